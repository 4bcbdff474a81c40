import type { CommentThread } from '@mreza/contracts-plans'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { usePlan } from '../plan-context.ts'

const none: readonly CommentThread[] = []

/** The conversations beside the text in the rooms that are open to the reader, the oldest first. */
export const useThreads = (): readonly CommentThread[] => {
  const { plan } = usePlan()
  const { data = none } = useQuery(useApi().plans.listThreads.queryOptions({ planId: plan.planId }))
  return data
}
