import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

const inboxRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/inbox',
  loader: withTexts('inbox'),
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
})

/** The addresses of the room. */
export const inboxRoutes = [inboxRoute] as const
