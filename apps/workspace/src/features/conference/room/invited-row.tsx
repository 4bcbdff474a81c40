import type { Attendance, Invitation } from '@mreza/contracts-conferences'
import { Icon, StateMark, useLocalized, useTexts } from '@mreza/ui'
import { useInstitutions } from '../../../api/institutions.ts'
import { usePersonNames } from '../use-person-name.ts'
import { WhoChip } from '../who-chip.tsx'
import { AttendanceChoice } from './attendance-choice.tsx'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'

const answers = { waiting: 'unknown', accepted: 'ready', declined: 'no' } as const
const attendances = { 'not-recorded': 'unknown', present: 'yes', 'by-telephone': 'yes' } as const

/** Not to be there is no refusal and no broken duty: it is said without a colour. */
const Attended = ({ attendance, over }: { attendance: Attendance; over: boolean }) => {
  const t = useTexts('conference')
  const words = t(over ? `attended.${attendance}` : `attendance.${attendance}`)
  if (attendance !== 'absent') return <StateMark state={attendances[attendance]}>{words}</StateMark>
  return (
    <span className={styles.absent}>
      <Icon name="cross" /> {words}
    </span>
  )
}

/** Before it begins what the institution answered, then whether it is or was there. */
const Standing = ({ invitation }: { invitation: Invitation }) => {
  const t = useTexts('conference')
  const { state } = useRoom().conference
  const { answer, attendance } = invitation
  if (state === 'under-way' || state === 'closed') return <Attended attendance={attendance} over={state === 'closed'} />
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
  const isHere = conference.state === 'under-way' && (attendance === 'present' || attendance === 'by-telephone')
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
