import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

/** `wall` is on when the room is projected. */
interface RoomSearch {
  readonly wall?: 1
}

const conferenceRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/cases/conferences/$conferenceId',
  validateSearch: ({ wall }: Record<string, unknown>): RoomSearch => (Number(wall) === 1 ? { wall: 1 } : {}),
  loader: withTexts('conference', 'plan', 'words'),
  component: lazyRouteComponent(() => import('./conference-page.tsx'), 'ConferencePage'),
})

const scheduleRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/cases/$caseId/conferences/new',
  loader: withTexts('conference', 'words'),
  component: lazyRouteComponent(() => import('./schedule/schedule-page.tsx'), 'SchedulePage'),
})

/** The addresses of the room. */
export const conferenceRoutes = [conferenceRoute, scheduleRoute] as const
