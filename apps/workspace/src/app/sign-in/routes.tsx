import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readMe } from '../../api/session.ts'
import { rootRoute } from '../root-route.tsx'

/** Only an address of our own may follow a sign-in. */
const ownAddress = (value: unknown): string | undefined => (typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined)

/** What the sign-in page is told by its address. */
export interface SignInSearch {
  /** Where to go afterwards. */
  readonly to?: string | undefined
  /** The session ran out. */
  readonly ended?: boolean | undefined
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    to: ownAddress(search.to),
    ended: search.ended === true ? true : undefined,
  }),
  beforeLoad: async ({ context }) => {
    if ((await readMe(context.queryClient, context.api)) !== null) throw redirect({ to: '/' })
  },
  loader: ({ context }) => context.queryClient.ensureQueryData(context.api.identity.listDemoPeople.queryOptions({})),
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
})

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./set-up-page.tsx'), 'SetUpPage'),
})

/** The addresses before the sign-in. The secrets of links stand after `#`, so that no server and no log sees them. */
export const signInRoutes = [signInRoute, invitationRoute, setUpRoute] as const
