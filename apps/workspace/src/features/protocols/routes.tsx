import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'
import { registerSearch } from './obligations/register-search.ts'

const texts = withTexts('protocols', 'words', 'obligations')

const protocolsRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/protocols',
  loader: texts,
  component: lazyRouteComponent(() => import('./list/protocols-page.tsx'), 'ProtocolsPage'),
})

const draftRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/protocols/new/$templateId',
  loader: texts,
  component: lazyRouteComponent(() => import('./draft/draft-page.tsx'), 'DraftPage'),
})

const agreementRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/protocols/$agreementId',
  loader: texts,
  component: lazyRouteComponent(() => import('./agreement/agreement-page.tsx'), 'AgreementPage'),
})

const registerRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/protocols/obligations',
  validateSearch: registerSearch,
  loader: texts,
  component: lazyRouteComponent(() => import('./obligations/register-page.tsx'), 'RegisterPage'),
})

const obligationRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/protocols/obligations/$obligationId',
  loader: texts,
  component: lazyRouteComponent(() => import('./obligations/obligation-page.tsx'), 'ObligationPage'),
})

/** The addresses of the room. */
export const protocolsRoutes = [protocolsRoute, draftRoute, agreementRoute, registerRoute, obligationRoute] as const
