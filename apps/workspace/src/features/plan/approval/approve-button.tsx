import { Button, ReasonDialog, useTexts } from '@mreza/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useFromRooms } from '../live/from-rooms.ts'
import { usePlan } from '../plan-context.ts'

const useApproving = () => {
  const { plan } = usePlan()
  const { plans } = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation(
    plans.approvePlan.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries(plans.listVersions.queryFilter())
        await navigate({ to: '/cases/$caseId/plan/versions/$versionId', params: { caseId: plan.caseId, versionId: id } })
      },
      onError: () => void queryClient.invalidateQueries(plans.checkApproval.queryFilter()),
    }),
  )
}

/** Approves the plan as it is now. It can be pressed while something is missing, too: the refusal says that it is. */
export const ApproveButton = ({ isReady }: { isReady: boolean }) => {
  const t = useTexts('plan')
  const { plan, list } = usePlan()
  const [asking, setAsking] = useState(false)
  const approving = useApproving()
  const unsaved = useFromRooms(list, (states) => states.some((state) => state.unsaved > 0))
  return (
    <>
      <Button kind={isReady ? 'primary' : 'secondary'} isDisabled={unsaved} onPress={() => setAsking(true)}>
        {t('approve')}
      </Button>
      <ReasonDialog
        isOpen={asking}
        onOpenChange={setAsking}
        title={t('approve.question')}
        consequence={t('approve.consequence')}
        confirm={t('approve.confirm')}
        needsReason={false}
        isPending={approving.isPending}
        refusal={refusalIfAny(approving.error)}
        onConfirm={() => approving.mutate({ planId: plan.planId })}
      />
    </>
  )
}
