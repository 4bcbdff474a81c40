import { type ConferenceDetail, conferenceOperations } from '@mreza/contracts-conferences'
import { Button, ButtonRow, RefusalNote, TextArea, useAnnounce, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type * as z from 'zod'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useConferenceChanged } from '../use-conference-changed.ts'
import { useSame } from '../use-same.ts'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'

const input = conferenceOperations.recordDecision.input

/** Records a decision; a refusal leaves what was typed where it is, and pressed again it is still one decision. */
const useRecording = (done: () => void) => {
  const t = useTexts('conference')
  const announce = useAnnounce()
  const changed = useConferenceChanged()
  const { same, forget } = useSame<z.output<typeof input>>()
  const onSuccess = async (conference: ConferenceDetail) => {
    forget()
    done()
    announce(t('decision.saved', { number: conference.decisions.at(-1)?.number ?? 1 }))
    await changed(conference)
  }
  const recording = useMutation(useApi().conferences.recordDecision.mutationOptions({ onSuccess }))
  return { record: (decision: z.output<typeof input>) => recording.mutate(same(decision)), ...recording }
}

/** The place to write the next decision while the conference is under way (CF22). */
export const DecisionForm = () => {
  const t = useTexts('conference')
  const { conference } = useRoom()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const recording = useRecording(() => {
    setText('')
    setTried(false)
  })
  const read = input.safeParse({ conferenceId: conference.id, text })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (read.success) recording.record(read.data)
  }
  return (
    <form noValidate className={styles.decisionForm} onSubmit={submit}>
      <TextArea
        label={t('decision.text')}
        hint={t(conference.quorum.reached ? 'decision.hint' : 'decision.noQuorum')}
        rows={3}
        value={text}
        onChange={setText}
        error={tried && !read.success ? t('needed.decision') : undefined}
      />
      <RefusalNote refusal={refusalIfAny(recording.error)} />
      <ButtonRow>
        <Button kind="primary" type="submit" isPending={recording.isPending}>
          {t('decision.record')}
        </Button>
      </ButtonRow>
    </form>
  )
}
