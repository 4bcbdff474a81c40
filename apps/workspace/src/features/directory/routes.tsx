import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

const texts = withTexts('directory', 'words')

const directoryRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/directory',
  // Which network is looked at, by its slug, or `national`; one's own when left out.
  validateSearch: ({ network }: Record<string, unknown>): { network?: string } => (typeof network === 'string' ? { network } : {}),
  loader: texts,
  component: lazyRouteComponent(() => import('./list/directory-page.tsx'), 'DirectoryPage'),
})

const institutionRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/directory/$institutionId',
  loader: texts,
  component: lazyRouteComponent(() => import('./institution/institution-page.tsx'), 'InstitutionPage'),
})

/** The addresses of the room. */
export const directoryRoutes = [directoryRoute, institutionRoute] as const
