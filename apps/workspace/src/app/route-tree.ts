import { administrationRoutes } from '../features/administration/routes.tsx'
import { casesRoutes } from '../features/cases/routes.tsx'
import { conferenceRoutes } from '../features/conference/routes.tsx'
import { directoryRoutes } from '../features/directory/routes.tsx'
import { inboxRoutes } from '../features/inbox/routes.tsx'
import { planRoutes } from '../features/plan/routes.tsx'
import { protocolsRoutes } from '../features/protocols/routes.tsx'
import { todayRoutes } from '../features/today/routes.tsx'
import { trackerRoutes } from '../features/tracker/routes.tsx'
import { piecesRoutes } from './pieces/routes.tsx'
import { firstRoomRoute, missingRoute, roomsRoute } from './rooms-route.tsx'
import { rootRoute } from './root-route.tsx'
import { signInRoutes } from './sign-in/routes.tsx'

/** All addresses of the workspace. Each room lists its own in `features/<room>/routes.tsx`; its pages load when they are first opened. */
export const routeTree = rootRoute.addChildren([
  ...signInRoutes,
  ...piecesRoutes,
  firstRoomRoute,
  roomsRoute.addChildren([
    ...todayRoutes,
    ...casesRoutes,
    ...conferenceRoutes,
    ...planRoutes,
    ...directoryRoutes,
    ...protocolsRoutes,
    ...trackerRoutes,
    ...administrationRoutes,
    ...inboxRoutes,
    missingRoute,
  ]),
])
