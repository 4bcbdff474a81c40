import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { roomsRoute } from '../../app/rooms-route.tsx'
import { withTexts } from '../../app/with-texts.ts'

const loader = withTexts('cases')

const casesRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/cases',
  loader,
  component: lazyRouteComponent(() => import('./list/cases-page.tsx'), 'CasesPage'),
})

const referRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/cases/refer',
  loader,
  component: lazyRouteComponent(() => import('./refer/refer-page.tsx'), 'ReferPage'),
})

const referralRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/cases/referrals/$referralId',
  loader,
  component: lazyRouteComponent(() => import('./referral/referral-page.tsx'), 'ReferralPage'),
})

const caseRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: '/cases/$caseId',
  loader,
  component: lazyRouteComponent(() => import('./case/case-page.tsx'), 'CasePage'),
})

const overviewRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./case/overview.tsx'), 'Overview'),
})

const conferencesRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/conferences',
  component: lazyRouteComponent(() => import('./case/conferences.tsx'), 'Conferences'),
})

const peopleRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./case/people.tsx'), 'People'),
})

const logRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/access-log',
  component: lazyRouteComponent(() => import('./case/access-log.tsx'), 'AccessLog'),
})

/** The addresses of the room. The plan and the conference room of a case stand with their own rooms. */
export const casesRoutes = [
  casesRoute,
  referRoute,
  referralRoute,
  caseRoute.addChildren([overviewRoute, conferencesRoute, peopleRoute, logRoute]),
] as const
