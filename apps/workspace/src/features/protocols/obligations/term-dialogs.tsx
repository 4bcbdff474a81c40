import type { ObligationDetail, ObligationTerm } from '@mreza/contracts-agreements'
import { RadioGroup, ReasonDialog, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { DecisionFields, useDecision } from '../life/decision-fields.tsx'
import { useLifeChange } from '../life/use-life-change.ts'
import type { TermAct } from './obligation-acts.ts'
import { ReportDialog } from './report-dialog.tsx'

interface DialogProps {
  readonly obligation: ObligationDetail
  readonly term: ObligationTerm
  readonly onClose: () => void
}

const DisputeDialog = ({ obligation, term, onClose }: DialogProps) => {
  const t = useTexts('obligations')
  const disputing = useMutation(useApi().agreements.disputeTerm.mutationOptions(useLifeChange(onClose)))
  return (
    <ReasonDialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('dispute.question')}
      consequence={t('dispute.consequence')}
      confirm={t('act.dispute')}
      isPending={disputing.isPending}
      refusal={refusalIfAny(disputing.error)}
      onConfirm={(reason) => disputing.mutate({ obligationId: obligation.id, termId: term.id, reason })}
    />
  )
}

const SettleDialog = ({ obligation, term, onClose }: DialogProps) => {
  const t = useTexts('obligations')
  const settling = useMutation(useApi().agreements.settleDispute.mutationOptions(useLifeChange(onClose)))
  const [outcome, setOutcome] = useState<'kept' | 'not-kept' | null>(null)
  const [asked, setAsked] = useState(false)
  return (
    <ReasonDialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('settle.question')}
      consequence={t('settle.consequence')}
      confirm={t('act.settle')}
      isPending={settling.isPending}
      refusal={refusalIfAny(settling.error)}
      mayConfirm={() => {
        setAsked(true)
        return outcome !== null
      }}
      onConfirm={(reason) => outcome !== null && settling.mutate({ obligationId: obligation.id, termId: term.id, outcome, reason })}
    >
      <RadioGroup
        label={t('settle.outcome')}
        value={outcome}
        onChange={setOutcome}
        error={asked && outcome === null ? t('report.needed') : undefined}
        options={(['kept', 'not-kept'] as const).map((value) => ({ value, label: t(`settle.${value}`) }))}
      />
    </ReasonDialog>
  )
}

const WaiveDialog = ({ obligation, term, onClose }: DialogProps) => {
  const t = useTexts('obligations')
  const waiving = useMutation(useApi().agreements.waiveTerm.mutationOptions(useLifeChange(onClose)))
  const decision = useDecision()
  return (
    <ReasonDialog
      isOpen
      destructive
      onOpenChange={(open) => !open && onClose()}
      title={t('waive.question')}
      consequence={t('waive.consequence')}
      confirm={t('act.waive')}
      isPending={waiving.isPending}
      refusal={refusalIfAny(waiving.error)}
      mayConfirm={decision.ask}
      onConfirm={(reason) => {
        if (decision.whole !== null) waiving.mutate({ obligationId: obligation.id, termId: term.id, reason, decision: decision.whole })
      }}
    >
      <DecisionFields {...decision} />
    </ReasonDialog>
  )
}

const dialogs = { report: ReportDialog, dispute: DisputeDialog, settle: SettleDialog, waive: WaiveDialog } as const

/** The question of one act on a term. */
export const TermDialog = ({ act, ...props }: DialogProps & { act: TermAct }) => {
  const Asked = dialogs[act]
  return <Asked {...props} />
}
