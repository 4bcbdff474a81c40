import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

const trackerRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/tracker',
  loader: withTexts('tracker', 'words'),
  component: lazyRouteComponent(() => import('./tracker-page.tsx'), 'TrackerPage'),
})

/** The addresses of the room. */
export const trackerRoutes = [trackerRoute] as const
