import { createRouter } from '@tanstack/react-router'
import { ErrorPage } from './error/error-page.tsx'
import { MissingPage } from './error/missing-page.tsx'
import { Opening } from './error/opening.tsx'
import type { RouteContext } from './root-route.tsx'
import { routeTree } from './route-tree.ts'

/** Makes the router. A link is looked at before it is pressed, so that most rooms open from the cache. */
export const makeRouter = (context: RouteContext) =>
  createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: MissingPage,
    defaultPendingComponent: Opening,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
