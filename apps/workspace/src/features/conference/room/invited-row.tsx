import type { Invitation } from '@mreza/contracts-conferences'
import { StateMark, useLocalized, useTexts } from '@mreza/ui'
import { useInstitutions } from '../../../api/institutions.ts'
import styles from '../conference.module.css'
import { usePersonNames } from '../use-person-name.ts'
import { WhoChip } from '../who-chip.tsx'
import { AttendanceChoice } from './attendance-choice.tsx'
import { useRoom } from './room-context.ts'

const answers = { waiting: 'unknown', accepted: 'ready', declined: 'no' } as const
const attendances = { 'not-recorded': 'unknown', present: 'yes', 'by-telephone': 'yes', absent: 'no' } as const

/** Before it begins what the institution answered, then whether it is there. */
const Standing = ({ invitation }: { invitation: Invitation }) => {
  const t = useTexts('conference')
  const { conference } = useRoom()
  const { answer, attendance } = invitation
  const isBefore = conference.state === 'scheduled' || conference.state === 'cancelled'
  if (!isBefore) return <StateMark state={attendances[attendance]}>{t(`attendance.${attendance}`)}</StateMark>
  const words = answer.answer === 'declined' ? t('invited.declined', { reason: answer.reason }) : t(`invited.${answer.answer}`)
  return <StateMark state={answers[answer.answer]}>{words}</StateMark>
}

/** An institution that was invited: who comes, whether the rule counts it, its answer, its attendance (CF19, CF21). */
export const InvitedRow = ({ invitation, controls }: { invitation: Invitation; controls: boolean }) => {
  const t = useTexts('conference')
  const localized = useLocalized()
  const { conference, leads } = useRoom()
  const { institutionId, answer, attendance, mandatory } = invitation
  const institution = useInstitutions().get(institutionId)
  const comes = answer.answer === 'accepted' ? answer.attendeeId : null
  const nameOf = usePersonNames([comes])
  const name = institution === undefined ? '' : localized(institution.name)
  const isHere = attendance === 'present' || attendance === 'by-telephone'
  const counts = t(mandatory ? 'invited.required' : 'invited.notCounted')
  const takesAttendance = controls && leads && conference.state === 'under-way'
  return (
    <li>
      <WhoChip institutionId={institutionId} here={isHere}>
        {comes === null ? name : nameOf(comes)}
      </WhoChip>
      <p className="label">{comes === null ? counts : `${name} · ${counts}`}</p>
      {takesAttendance ? (
        <AttendanceChoice invitation={invitation} name={name} />
      ) : (
        <p className={styles.standing}>
          <Standing invitation={invitation} />
        </p>
      )}
    </li>
  )
}
