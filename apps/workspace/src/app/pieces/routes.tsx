import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../root-route.tsx'

const makePiecesRoute = () =>
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/_pieces',
    component: lazyRouteComponent(() => import('./pieces-page.tsx'), 'PiecesPage'),
  })

/** The page on which all pieces stand together, for looking at them while one builds; not part of what is shipped. */
export const piecesRoutes = import.meta.env.DEV ? ([makePiecesRoute()] as const) : ([] as const)
