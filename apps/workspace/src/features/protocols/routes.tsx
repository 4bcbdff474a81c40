import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

const texts = withTexts('protocols', 'words')

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

/** The addresses of the room. */
export const protocolsRoutes = [protocolsRoute, draftRoute, agreementRoute] as const
