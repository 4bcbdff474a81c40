import type { AgreementDetail } from '@mreza/contracts-agreements'
import { DateField, RadioGroup, ReasonDialog, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { DecisionFields, useDecision } from './decision-fields.tsx'
import { useLifeChange } from './use-life-change.ts'

type Step = 'needed' | 'asked' | 'yes' | 'no'

/** How far the head's council, assembly or board has come with the agreement (AG24). */
export const CouncilDialog = ({ agreement, onClose }: { agreement: AgreementDetail; onClose: () => void }) => {
  const t = useTexts('protocols')
  const { subject } = useMe()
  const mine = agreement.parties.find(({ institutionId }) => institutionId === subject.institutionId)
  const steps: readonly Step[] = mine?.council.state === 'not-needed' ? ['needed'] : ['asked', 'yes', 'no']
  const [step, setStep] = useState<Step>(steps[0] ?? 'needed')
  const [on, setOn] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const decision = useDecision()
  const saying = useMutation(useApi().agreements.recordCouncilStep.mutationOptions(useLifeChange(onClose)))
  const isDecided = step === 'yes' || step === 'no'
  const ask = () => {
    setTried(true)
    if (isDecided) return decision.ask()
    return step === 'needed' || on !== null
  }
  const say = () => {
    const { id: agreementId } = agreement
    if (step === 'needed') saying.mutate({ agreementId, step: { state: 'needed' } })
    else if (step === 'asked' && on !== null) saying.mutate({ agreementId, step: { state: 'asked', on } })
    else if (isDecided && decision.whole !== null)
      saying.mutate({ agreementId, step: { state: 'decided', yes: step === 'yes', decision: decision.whole } })
  }
  return (
    <ReasonDialog
      isOpen
      needsReason={false}
      onOpenChange={(open) => !open && onClose()}
      title={t('act.council.question')}
      consequence={t('act.council.consequence')}
      confirm={t('act.council.act')}
      isPending={saying.isPending}
      refusal={refusalIfAny(saying.error)}
      mayConfirm={ask}
      onConfirm={say}
    >
      <RadioGroup
        label={t('act.council.step')}
        value={step}
        onChange={setStep}
        options={steps.map((value) => ({ value, label: t(`act.council.step.${value}`) }))}
      />
      {step === 'asked' && (
        <DateField
          label={t('act.council.on')}
          value={on}
          onChange={setOn}
          error={tried && on === null ? t('decision.needed') : undefined}
        />
      )}
      {isDecided && <DecisionFields {...decision} />}
    </ReasonDialog>
  )
}
