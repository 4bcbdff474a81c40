import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

const conferenceRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/cases/conferences/$conferenceId',
  loader: withTexts('conference'),
  component: lazyRouteComponent(() => import('./conference-page.tsx'), 'ConferencePage'),
})

const scheduleRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/cases/$caseId/conferences/new',
  loader: withTexts('conference'),
  component: lazyRouteComponent(() => import('./schedule-page.tsx'), 'SchedulePage'),
})

/** The addresses of the room. */
export const conferenceRoutes = [conferenceRoute, scheduleRoute] as const
