import type { ReferralDetail, ReferralSummary } from '@mreza/contracts-conferences'
import { Button, ButtonRow, ReasonDialog, RefusalNote, useTexts } from '@mreza/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'

/** The three answers (CF3). After each, the page shows what the service says. */
const useAnswers = (referral: ReferralDetail) => {
  const { conferences } = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const changed = async (_answer: ReferralSummary | { caseId: string }) => {
    await Promise.all([
      queryClient.invalidateQueries(conferences.readReferral.queryFilter({ referralId: referral.id })),
      queryClient.invalidateQueries(conferences.listReferrals.pathFilter()),
      queryClient.invalidateQueries(conferences.listCases.pathFilter()),
      queryClient.invalidateQueries(conferences.readToday.pathFilter()),
    ])
  }
  const acknowledge = useMutation(conferences.acknowledgeReferral.mutationOptions({ onSuccess: changed }))
  const decline = useMutation(conferences.declineReferral.mutationOptions({ onSuccess: changed }))
  const take = useMutation(
    conferences.takeReferral.mutationOptions({
      onSuccess: async (taken) => {
        void changed(taken)
        await navigate({ to: '/cases/$caseId', params: { caseId: taken.caseId } })
      },
    }),
  )
  return { acknowledge, decline, take }
}

/** What the receiver may answer: that it was seen, that it is taken, that it is declined and why. */
export const ReferralAnswer = ({ referral }: { referral: ReferralDetail }) => {
  const t = useTexts('cases')
  const [declining, setDeclining] = useState(false)
  const { acknowledge, decline, take } = useAnswers(referral)
  const referralId = referral.id
  return (
    <div>
      <ButtonRow>
        {referral.state === 'sent' && (
          <Button isPending={acknowledge.isPending} onPress={() => acknowledge.mutate({ referralId })}>
            {t('referral.acknowledge')}
          </Button>
        )}
        <Button kind="primary" isPending={take.isPending} onPress={() => take.mutate({ referralId })}>
          {t('referral.take')}
        </Button>
        <Button kind="link" onPress={() => setDeclining(true)}>
          {t('referral.decline')}
        </Button>
      </ButtonRow>
      <RefusalNote refusal={refusalIfAny(acknowledge.error ?? take.error)} />
      {declining && (
        <ReasonDialog
          isOpen
          onOpenChange={setDeclining}
          title={t('referral.decline.question')}
          consequence={t('referral.decline.consequence')}
          confirm={t('referral.decline.confirm')}
          destructive
          isPending={decline.isPending}
          refusal={refusalIfAny(decline.error)}
          onConfirm={(reason) => decline.mutate({ referralId, reason }, { onSuccess: () => setDeclining(false) })}
        />
      )}
    </div>
  )
}
