import { couldEverInPlan, type PlanVersion } from '@mreza/contracts-plans'
import { Button, RadioGroup, ReasonDialog, TextArea, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { useVersionChange } from './use-version-change.ts'

const ways = ['plain', 'reserved'] as const
type Way = (typeof ways)[number]

const SignOffDialog = ({ version, onClose }: { version: PlanVersion; onClose: () => void }) => {
  const t = useTexts('plan')
  const [way, setWay] = useState<Way>('plain')
  const [reservation, setReservation] = useState('')
  const [tried, setTried] = useState(false)
  const changed = useVersionChange()
  const onSuccess = async () => {
    await changed()
    onClose()
  }
  const signing = useMutation(useApi().plans.signOffVersion.mutationOptions({ onSuccess }))
  const lacks = way === 'reserved' && reservation.trim() === ''
  const mayConfirm = () => {
    setTried(true)
    return !lacks
  }
  return (
    <ReasonDialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('signOff.question', { number: version.number ?? 0 })}
      consequence={t('signOff.consequence')}
      confirm={t('signOff.confirm')}
      needsReason={false}
      isPending={signing.isPending}
      refusal={refusalIfAny(signing.error)}
      mayConfirm={mayConfirm}
      onConfirm={() => signing.mutate({ versionId: version.id, reservation: way === 'reserved' ? reservation.trim() : null })}
    >
      <RadioGroup
        label={t('signOff.how')}
        value={way}
        onChange={setWay}
        options={ways.map((value) => ({ value, label: t(`signOff.${value}`) }))}
      />
      {way === 'reserved' && (
        <TextArea
          label={t('signOff.reservation')}
          hint={t('signOff.reservation.hint')}
          value={reservation}
          onChange={setReservation}
          error={tried && lacks ? t('signOff.needed') : undefined}
          rows={3}
        />
      )}
    </ReasonDialog>
  )
}

/** Puts the name of one's institution to the version; only where it is asked and has not yet (PL20). */
export const SignOffButton = ({ version }: { version: PlanVersion }) => {
  const t = useTexts('plan')
  const { subject } = useMe()
  const [asking, setAsking] = useState(false)
  const isAsked = version.asked.includes(subject.institutionId)
  const hasSigned = version.signOffs.some(({ institutionId }) => institutionId === subject.institutionId)
  if (!couldEverInPlan(subject, 'plan.sign-off') || !isAsked || hasSigned) return null
  return (
    <>
      <Button kind="primary" onPress={() => setAsking(true)}>
        {t('signOff')}
      </Button>
      {asking && <SignOffDialog version={version} onClose={() => setAsking(false)} />}
    </>
  )
}
