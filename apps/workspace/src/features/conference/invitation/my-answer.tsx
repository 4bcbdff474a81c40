import type { ConferenceSummary, InvitationAnswer } from '@mreza/contracts-conferences'
import type { PersonId } from '@mreza/contracts-kernel'
import { Button, ButtonRow, RefusalNote, StateMark, useTexts } from '@mreza/ui'
import { useState } from 'react'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import styles from '../conference.module.css'
import { usePersonNames } from '../use-person-name.ts'
import { AttendeeField } from './attendee-field.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { useAnswer } from './use-answer.ts'

const marks = { waiting: 'unknown', accepted: 'yes', declined: 'no' } as const

const Given = ({ answer }: { answer: InvitationAnswer }) => {
  const t = useTexts('conference')
  const nameOf = usePersonNames([answer.answer === 'accepted' ? answer.attendeeId : null])
  const words = () => {
    if (answer.answer === 'accepted') return t('answer.accepted', { name: nameOf(answer.attendeeId) })
    return answer.answer === 'declined' ? t('answer.declined', { reason: answer.reason }) : t('answer.waiting')
  }
  return (
    <p role="status">
      <StateMark state={marks[answer.answer]}>{words()}</StateMark>
    </p>
  )
}

interface FormProps {
  readonly conference: ConferenceSummary
  readonly given: InvitationAnswer
  readonly primary: boolean
}

/** Who comes, and the two answers. */
const AnswerForm = ({ conference, given, primary }: FormProps) => {
  const t = useTexts('conference')
  const { subject } = useMe()
  const answer = useAnswer(conference.id)
  const [declining, setDeclining] = useState(false)
  const already = given.answer === 'accepted' ? given.attendeeId : null
  const [attendee, setAttendee] = useState<PersonId>(already ?? subject.personId)
  const { accept, conferenceId } = answer
  const refusal = refusalIfAny(accept.error)
  return (
    <>
      <AttendeeField value={attendee} onChange={setAttendee} refusal={refusal} />
      {refusal?.field !== 'attendeeId' && <RefusalNote refusal={refusal} />}
      <ButtonRow>
        {attendee !== already && (
          <Button
            kind={primary && already === null ? 'primary' : 'secondary'}
            isPending={accept.isPending}
            onPress={() => accept.mutate({ conferenceId, attendeeId: attendee })}
          >
            {t(already === null ? 'answer.accept' : 'answer.change')}
          </Button>
        )}
        {given.answer !== 'declined' && (
          <Button kind="link" onPress={() => setDeclining(true)}>
            {t('answer.decline')}
          </Button>
        )}
      </ButtonRow>
      <p className="label">{t('answer.until')}</p>
      {declining && <DeclineDialog isOpen onOpenChange={setDeclining} answer={answer} />}
    </>
  )
}

/** The answer of one's institution to its invitation, given or changed until the conference begins (CF19). `primary` where it is the page's act. */
export const MyAnswer = ({ conference, primary }: { conference: ConferenceSummary; primary: boolean }) => {
  const t = useTexts('conference')
  const given = conference.myInvitation?.answer
  if (given === undefined) return null
  return (
    <div className={styles.answer}>
      <Given answer={given} />
      {conference.state === 'scheduled' ? (
        <AnswerForm key={given.answer} conference={conference} given={given} primary={primary} />
      ) : (
        <p className="second">{t(`answer.over.${conference.state}`)}</p>
      )}
    </div>
  )
}
