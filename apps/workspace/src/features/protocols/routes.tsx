import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

const protocolsRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/protocols',
  loader: withTexts('protocols'),
  component: lazyRouteComponent(() => import('./protocols-page.tsx'), 'ProtocolsPage'),
})

const agreementRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/protocols/$agreementId',
  loader: withTexts('protocols'),
  component: lazyRouteComponent(() => import('./agreement-page.tsx'), 'AgreementPage'),
})

/** The addresses of the room. */
export const protocolsRoutes = [protocolsRoute, agreementRoute] as const
