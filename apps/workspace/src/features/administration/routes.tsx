import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'
import { type NetworkSearch, networkSearch } from './network-search.ts'

const texts = withTexts('administration', 'words')
const validateSearch = (search: Record<string, unknown>): NetworkSearch => networkSearch(search)

const administrationRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/administration',
  validateSearch,
  loader: texts,
  component: lazyRouteComponent(() => import('./administration-page.tsx'), 'AdministrationPage'),
})

const inviteRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/administration/invite',
  validateSearch,
  loader: texts,
  component: lazyRouteComponent(() => import('./invite/invite-page.tsx'), 'InvitePage'),
})

/** The addresses of the room. */
export const administrationRoutes = [administrationRoute, inviteRoute] as const
