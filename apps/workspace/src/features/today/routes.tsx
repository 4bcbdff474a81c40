import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

const todayRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/today',
  loader: withTexts('today', 'inbox', 'words'),
  component: lazyRouteComponent(() => import('./today-page.tsx'), 'TodayPage'),
})

/** The addresses of the room. */
export const todayRoutes = [todayRoute] as const
