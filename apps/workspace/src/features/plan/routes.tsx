import type { VersionId } from '@mreza/contracts-plans'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

const planRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/cases/$caseId/plan',
  loader: withTexts('plan', 'words'),
  component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
})

const documentRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./document-page.tsx'), 'DocumentPage'),
})

const historyRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/history',
  component: lazyRouteComponent(() => import('./history/history-page.tsx'), 'HistoryPage'),
})

const side = z
  .union([VersionId, z.literal('draft')])
  .optional()
  .catch(undefined)

const compareRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/compare',
  validateSearch: compared,
  component: lazyRouteComponent(() => import('./history/compare-page.tsx'), 'ComparePage'),
})

const approvalRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/approval',
  component: lazyRouteComponent(() => import('./approval/approval-page.tsx'), 'ApprovalPage'),
})

const versionRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/versions/$versionId',
  component: lazyRouteComponent(() => import('./approval/version-page.tsx'), 'VersionPage'),
})

const accessRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/access',
  loader: withTexts('cases'),
  component: lazyRouteComponent(() => import('./access/access-page.tsx'), 'AccessPage'),
})

/** The addresses of the room. */
export const planRoutes = [
  planRoute.addChildren([documentRoute, historyRoute, compareRoute, approvalRoute, versionRoute, accessRoute]),
] as const
