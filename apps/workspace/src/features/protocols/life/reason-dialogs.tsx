import type { AgreementDetail } from '@mreza/contracts-agreements'
import { RadioGroup, ReasonDialog, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useAgreementChange } from '../use-agreement-change.ts'
import { useLifeChange } from './use-life-change.ts'

interface DialogProps {
  readonly agreement: AgreementDetail
  readonly onClose: () => void
}

/** A review begins with the reason for it (AG28). */
export const ReviewDialog = ({ agreement, onClose }: DialogProps) => {
  const t = useTexts('protocols')
  const beginning = useMutation(useApi().agreements.beginReview.mutationOptions(useLifeChange(onClose)))
  return (
    <ReasonDialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('act.review.question')}
      consequence={t('act.review.consequence')}
      confirm={t('act.review')}
      isPending={beginning.isPending}
      refusal={refusalIfAny(beginning.error)}
      onConfirm={(reason) => beginning.mutate({ agreementId: agreement.id, reason })}
    />
  )
}

/** A review ends with what came of it (AG28). */
export const ReviewedDialog = ({ agreement, onClose }: DialogProps) => {
  const t = useTexts('protocols')
  const [outcome, setOutcome] = useState<'keep' | 'amend'>('keep')
  const concluding = useMutation(useApi().agreements.concludeReview.mutationOptions(useLifeChange(onClose)))
  return (
    <ReasonDialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('act.reviewed.question')}
      consequence={t('act.reviewed.consequence')}
      confirm={t('act.reviewed')}
      reasonLabel={t('act.reviewed.words')}
      isPending={concluding.isPending}
      refusal={refusalIfAny(concluding.error)}
      onConfirm={(reason) => concluding.mutate({ agreementId: agreement.id, reason, outcome })}
    >
      <RadioGroup
        label={t('act.reviewed.outcome')}
        value={outcome}
        onChange={setOutcome}
        options={(['keep', 'amend'] as const).map((value) => ({ value, label: t(`act.reviewed.outcome.${value}`) }))}
      />
    </ReasonDialog>
  )
}

/** The next version begins from the text in force or from the library's newest template (AG27); its page opens. */
export const AmendDialog = ({ agreement, onClose }: DialogProps) => {
  const t = useTexts('protocols')
  const navigate = useNavigate()
  const changed = useAgreementChange()
  const [text, setText] = useState<'as-in-force' | 'newest-template'>('as-in-force')
  const amending = useMutation(
    useApi().agreements.amendAgreement.mutationOptions({
      onSuccess: async (draft) => {
        await changed()
        onClose()
        await navigate({ to: '/protocols/$agreementId', params: { agreementId: draft.id } })
      },
    }),
  )
  return (
    <ReasonDialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('act.amend.question')}
      consequence={t('act.amend.consequence')}
      confirm={t('act.amend')}
      isPending={amending.isPending}
      refusal={refusalIfAny(amending.error)}
      onConfirm={(reason) => amending.mutate({ agreementId: agreement.id, reason, text })}
    >
      <RadioGroup
        label={t('act.amend.text')}
        value={text}
        onChange={setText}
        options={(['as-in-force', 'newest-template'] as const).map((value) => ({ value, label: t(`act.amend.text.${value}`) }))}
      />
    </ReasonDialog>
  )
}

/** A party leaves by notice, or takes its notice back (AG26). */
export const WithdrawDialog = ({ agreement, act, onClose }: DialogProps & { act: 'withdraw' | 'stay' }) => {
  const t = useTexts('protocols')
  const { agreements } = useApi()
  const follow = useLifeChange(onClose)
  const leaving = useMutation(agreements.announceWithdrawal.mutationOptions(follow))
  const staying = useMutation(agreements.revokeWithdrawal.mutationOptions(follow))
  const { amount, unit } = agreement.content.withdrawal.notice
  const duration = t(`duration.${unit}`, { count: amount })
  const { id: agreementId } = agreement
  return (
    <ReasonDialog
      isOpen
      destructive={act === 'withdraw'}
      needsReason={act === 'withdraw'}
      onOpenChange={(open) => !open && onClose()}
      title={t(`act.${act}.question`)}
      consequence={t(`act.${act}.consequence`, { duration })}
      confirm={t(`act.${act}`)}
      isPending={leaving.isPending || staying.isPending}
      refusal={refusalIfAny(leaving.error ?? staying.error)}
      onConfirm={(reason) => (act === 'withdraw' ? leaving.mutate({ agreementId, reason }) : staying.mutate({ agreementId }))}
    />
  )
}

/** The text is opened for negotiation, or marked as agreed (AG13). */
export const NegotiationDialog = ({ agreement, act, onClose }: DialogProps & { act: 'negotiate' | 'ready' }) => {
  const t = useTexts('protocols')
  const { agreements } = useApi()
  const follow = useLifeChange(onClose)
  const operations = { negotiate: agreements.openNegotiation.mutationOptions(follow), ready: agreements.markReady.mutationOptions(follow) }
  const moving = useMutation(operations[act])
  return (
    <ReasonDialog
      isOpen
      needsReason={false}
      onOpenChange={(open) => !open && onClose()}
      title={t(`act.${act}.question`)}
      consequence={t(`act.${act}.consequence`)}
      confirm={t(`act.${act}`)}
      isPending={moving.isPending}
      refusal={refusalIfAny(moving.error)}
      onConfirm={() => moving.mutate({ agreementId: agreement.id })}
    />
  )
}
