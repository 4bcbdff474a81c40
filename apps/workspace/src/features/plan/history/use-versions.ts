import type { PlanVersion } from '@mreza/contracts-plans'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { usePlan } from '../plan-context.ts'

/** What was kept of the plan, the newest first; undefined until it has come. */
export const useVersions = (): readonly PlanVersion[] | undefined => {
  const { plan } = usePlan()
  return useQuery(useApi().plans.listVersions.queryOptions({ planId: plan.planId })).data
}

/** The version that was approved last. */
export const useApprovedVersion = (): PlanVersion | undefined => useVersions()?.find(({ kind }) => kind === 'approved')
