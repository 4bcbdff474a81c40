import type { PlanId } from '@mreza/contracts-kernel'
import type { PlanNews } from '@mreza/contracts-plans'
import { useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useApi } from '../../api/api-context.tsx'

/**
 * Hears what changes beside the text while the plan `isHere`, and asks again for what shows it; `onRights` when what is open to the reader may
 * have changed. The first it hears is everything: what happened while the plan was on its way is in it.
 */
export const usePlanNews = (planId: PlanId, onRights: () => void, isHere: boolean): void => {
  const { plans, conferences } = useApi()
  const queryClient = useQueryClient()
  const again: Readonly<Record<PlanNews, () => void>> = {
    comments: () => void queryClient.invalidateQueries(plans.listThreads.queryFilter({ planId })),
    versions: () => {
      void queryClient.invalidateQueries(plans.listVersions.queryFilter({ planId }))
      void queryClient.invalidateQueries(plans.readVersion.queryFilter())
      void queryClient.invalidateQueries(plans.checkApproval.queryFilter({ planId }))
    },
    requests: () => {
      void queryClient.invalidateQueries(plans.listRoomRequests.queryFilter({ planId }))
      onRights()
    },
    rights: () => {
      void queryClient.invalidateQueries(plans.listNarrowedRights.queryFilter({ planId }))
      void queryClient.invalidateQueries(plans.listThreads.queryFilter({ planId }))
      void queryClient.invalidateQueries(conferences.readCase.queryFilter())
      onRights()
    },
  }
  useSubscription(plans.watchPlan.subscriptionOptions({ planId }, { enabled: isHere, onData: ({ news }) => again[news]() }))
}
