import type { AgreementDetail } from '@mreza/contracts-agreements'
import { ReasonDialog, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { DecisionFields, useDecision } from './decision-fields.tsx'
import { useLifeChange } from './use-life-change.ts'

/** What the coordinator does on a decision: suspends, resumes or ends the agreement, with the reason (AG29, AG30). */
export const DecidedDialog = ({
  agreement,
  act,
  onClose,
}: {
  agreement: AgreementDetail
  act: 'suspend' | 'resume' | 'end'
  onClose: () => void
}) => {
  const t = useTexts('protocols')
  const { agreements } = useApi()
  const follow = useLifeChange(onClose)
  const operations = {
    suspend: agreements.suspendAgreement.mutationOptions(follow),
    resume: agreements.resumeAgreement.mutationOptions(follow),
    end: agreements.terminateAgreement.mutationOptions(follow),
  }
  const changing = useMutation(operations[act])
  const decision = useDecision()
  return (
    <ReasonDialog
      isOpen
      destructive={act !== 'resume'}
      onOpenChange={(open) => !open && onClose()}
      title={t(`act.${act}.question`)}
      consequence={t(`act.${act}.consequence`)}
      confirm={t(`act.${act}`)}
      isPending={changing.isPending}
      refusal={refusalIfAny(changing.error)}
      mayConfirm={decision.ask}
      onConfirm={(reason) => {
        if (decision.whole !== null) changing.mutate({ agreementId: agreement.id, reason, decision: decision.whole })
      }}
    >
      <DecisionFields {...decision} />
    </ReasonDialog>
  )
}
