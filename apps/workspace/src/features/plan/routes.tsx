import type { CaseId } from '@mreza/contracts-kernel'
import type { VersionId } from '@mreza/contracts-plans'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'
import { askWayIn } from './live/way-in.ts'

const texts = withTexts('plan', 'words')

const planRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/cases/$caseId/plan',
  // Not when a link is only pointed at: nobody has come in yet.
  beforeLoad: ({ context, params, cause }) => {
    if (cause === 'enter') askWayIn(context.queryClient, context.api, params.caseId as CaseId)
  },
  loader: texts,
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

/** Which two states are compared; what is not said is chosen by the page. An id that is none is refused by the service. */
interface Compared {
  readonly from?: VersionId | 'draft'
  readonly to?: VersionId | 'draft'
}
const side = (value: unknown) => (typeof value === 'string' ? (value as VersionId | 'draft') : undefined)
const compared = (search: Record<string, unknown>): Compared => {
  const [from, to] = [side(search.from), side(search.to)]
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

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
