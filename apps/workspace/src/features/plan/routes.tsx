import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

const planRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/cases/$caseId/plan',
  loader: withTexts('plan', 'words'),
  component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
})

/** The addresses of the room. */
export const planRoutes = [planRoute] as const
