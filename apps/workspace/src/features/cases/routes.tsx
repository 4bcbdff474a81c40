import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

const casesRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/cases',
  loader: withTexts('cases'),
  component: lazyRouteComponent(() => import('./cases-page.tsx'), 'CasesPage'),
})

/** The addresses of the room. */
export const casesRoutes = [casesRoute] as const
