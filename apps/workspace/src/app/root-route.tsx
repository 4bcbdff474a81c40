import type { Language } from '@mreza/contracts-kernel'
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import type { Api } from '../api/clients.ts'
import { ConnectionBanner } from './layout/connection-banner.tsx'

/** What guards and loaders may use. */
export interface RouteContext {
  readonly queryClient: QueryClient
  readonly api: Api
  /** The language of now; a function, for it may change while the page stays. */
  readonly language: () => Language
}

const Root = () => (
  <>
    <ConnectionBanner />
    <Outlet />
  </>
)

/** The root of all addresses. */
export const rootRoute = createRootRouteWithContext<RouteContext>()({ component: Root })
