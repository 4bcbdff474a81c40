import type { CommentThread } from '@mreza/contracts-plans'
import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { usePlan } from '../plan-context.ts'

/** Puts what a service answered about a conversation among those that are shown. */
export const usePutThread = () => {
  const { plan } = usePlan()
  const { plans } = useApi()
  const queryClient = useQueryClient()
  const { queryKey } = plans.listThreads.queryOptions({ planId: plan.planId })
  return (thread: CommentThread): void => {
    queryClient.setQueryData(queryKey, (known) => {
      const others = known ?? []
      return others.some(({ id }) => id === thread.id) ? others.map((each) => (each.id === thread.id ? thread : each)) : [...others, thread]
    })
  }
}
