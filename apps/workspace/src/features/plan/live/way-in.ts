import type { CaseId } from '@mreza/contracts-kernel'
import type { EnteredPlan } from '@mreza/contracts-plans'
import { planDocumentVersion } from '@mreza/plan-document/version'
import type { QueryClient } from '@tanstack/react-query'
import type { Api } from '../../../api/clients.ts'

/** What came with a way in is used this long after; its tickets live half a minute. */
const fresh = 15_000

/**
 * The answer waits in the cache of answers, which lives in memory only and is emptied when the person leaves (rule D13). It is asked for once and,
 * like everything that changes something, never behind the person's back.
 */
const wayIn = (queryClient: QueryClient, api: Api, caseId: CaseId) => ({
  queryKey: ['way-into-plan', caseId],
  queryFn: (): Promise<EnteredPlan> =>
    queryClient
      .getMutationCache()
      .build(queryClient, api.plans.enterPlan.mutationOptions())
      .execute({ caseId, schemaVersion: planDocumentVersion }),
  staleTime: fresh,
  gcTime: fresh,
  retry: false,
  networkMode: 'always' as const,
})

/** Asks for the way into a plan while its page is still being made. Only when somebody goes there: to come in is a look that is recorded (D8). */
export const askWayIn = (queryClient: QueryClient, api: Api, caseId: CaseId): void => {
  void queryClient.prefetchQuery(wayIn(queryClient, api, caseId))
}

/** The way into a plan: the one that was asked for a moment ago, or a new one. It is used once, as its tickets are. */
export const takeWayIn = async (queryClient: QueryClient, api: Api, caseId: CaseId): Promise<EnteredPlan> => {
  const way = wayIn(queryClient, api, caseId)
  try {
    return await queryClient.fetchQuery(way)
  } finally {
    queryClient.removeQueries({ queryKey: way.queryKey, exact: true })
  }
}
