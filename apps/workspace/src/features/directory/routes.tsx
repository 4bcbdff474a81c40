import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

const directoryRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/directory',
  loader: withTexts('directory'),
  component: lazyRouteComponent(() => import('./directory-page.tsx'), 'DirectoryPage'),
})

const institutionRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/directory/$institutionId',
  loader: withTexts('directory'),
  component: lazyRouteComponent(() => import('./institution-page.tsx'), 'InstitutionPage'),
})

/** The addresses of the room. */
export const directoryRoutes = [directoryRoute, institutionRoute] as const
