import { Button, buttonClass, ReasonDialog, RefusalNote, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useConferenceChanged } from '../use-conference-changed.ts'
import { useRoom } from './room-context.ts'

const CancelAct = () => {
  const t = useTexts('conference')
  const { id: conferenceId } = useRoom().conference
  const [asking, setAsking] = useState(false)
  const cancel = useMutation(useApi().conferences.cancelConference.mutationOptions({ onSuccess: useConferenceChanged() }))
  return (
    <>
      <Button kind="link" onPress={() => setAsking(true)}>
        {t('cancel')}
      </Button>
      <ReasonDialog
        isOpen={asking}
        onOpenChange={setAsking}
        title={t('cancel.title')}
        consequence={t('cancel.consequence')}
        confirm={t('cancel.confirm')}
        destructive
        isPending={cancel.isPending}
        refusal={refusalIfAny(cancel.error)}
        onConfirm={(reason) => cancel.mutate({ conferenceId, reason }, { onSuccess: () => setAsking(false) })}
      />
    </>
  )
}

const OpenAct = () => {
  const t = useTexts('conference')
  const { id: conferenceId } = useRoom().conference
  const open = useMutation(useApi().conferences.openConference.mutationOptions({ onSuccess: useConferenceChanged() }))
  return (
    <>
      <Button kind="primary" isPending={open.isPending} onPress={() => open.mutate({ conferenceId })}>
        {t('open')}
      </Button>
      <RefusalNote refusal={refusalIfAny(open.error)} />
    </>
  )
}

const CloseAct = () => {
  const t = useTexts('conference')
  const { id: conferenceId } = useRoom().conference
  const [asking, setAsking] = useState(false)
  const close = useMutation(useApi().conferences.closeConference.mutationOptions({ onSuccess: useConferenceChanged() }))
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t('close')}</Button>
      <ReasonDialog
        isOpen={asking}
        onOpenChange={setAsking}
        title={t('close.title')}
        consequence={t('close.consequence')}
        confirm={t('close')}
        needsReason={false}
        isPending={close.isPending}
        refusal={refusalIfAny(close.error)}
        onConfirm={() => close.mutate({ conferenceId }, { onSuccess: () => setAsking(false) })}
      />
    </>
  )
}

const ToPlan = () => {
  const t = useTexts('conference')
  const { caseId } = useRoom().conference
  return (
    <Link to="/cases/$caseId/plan" params={{ caseId }} className={buttonClass('primary')}>
      {t('toPlan')}
    </Link>
  )
}

/** What may be done with the conference in its state by this person; the one filled button is what comes next (CF24). */
export const BarActs = () => {
  const { conference, leads } = useRoom()
  if (conference.state === 'closed') return <ToPlan />
  if (!leads || conference.state === 'cancelled') return null
  if (conference.state === 'under-way') return <CloseAct />
  return (
    <>
      <CancelAct />
      <OpenAct />
    </>
  )
}
