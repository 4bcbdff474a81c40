import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readMe } from '../api/session.ts'
import { MissingPage } from './error/missing-page.tsx'
import { firstRoomOf } from './rooms.ts'
import { rootRoute } from './root-route.tsx'

/** Everything behind the sign-in: the frame with the rail, inside it the rooms. Who is not signed in comes back here afterwards. */
export const roomsRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'rooms',
  beforeLoad: async ({ context, location }) => {
    const me = await readMe(context.queryClient, context.api)
    if (me === null) throw redirect({ to: '/sign-in', search: { to: location.href } })
    return { me }
  },
  component: lazyRouteComponent(() => import('./layout/frame.tsx'), 'Frame'),
})

/** Any address that is no room's. */
export const missingRoute = createRoute({ getParentRoute: () => roomsRoute, path: '$', component: MissingPage })

/** The bare address leads to the first room that one has. */
export const firstRoomRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const me = await readMe(context.queryClient, context.api)
    if (me === null) throw redirect({ to: '/sign-in' })
    throw redirect({ to: firstRoomOf(me.subject).path })
  },
})
