import type { Attendance, Invitation } from '@mreza/contracts-conferences'
import { Icon, RefusalNote, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { Radio, RadioGroup } from 'react-aria-components'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useConferenceChanged } from '../use-conference-changed.ts'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'

const choices = ['present', 'by-telephone', 'absent'] as const satisfies readonly Attendance[]

/** Records by one tap whether an institution is there (CF21); what was tapped shows at once. */
export const AttendanceChoice = ({ invitation, name }: { invitation: Invitation; name: string }) => {
  const t = useTexts('conference')
  const { id: conferenceId } = useRoom().conference
  const { institutionId, attendance } = invitation
  const recording = useMutation(useApi().conferences.recordAttendance.mutationOptions({ onSuccess: useConferenceChanged() }))
  const shown = recording.isPending ? recording.variables.attendance : attendance
  return (
    <>
      <RadioGroup
        aria-label={t('attendance', { institution: name })}
        orientation="horizontal"
        className={styles.attendance ?? ''}
        value={shown === 'not-recorded' ? null : shown}
        onChange={(chosen) => recording.mutate({ conferenceId, institutionId, attendance: chosen as Attendance })}
      >
        {choices.map((choice) => (
          <Radio key={choice} value={choice} className={styles.choice ?? ''}>
            {({ isSelected }) => (
              <>
                {isSelected && <Icon name={choice === 'absent' ? 'cross' : 'check'} />}
                {t(`attendance.${choice}`)}
              </>
            )}
          </Radio>
        ))}
      </RadioGroup>
      <RefusalNote refusal={refusalIfAny(recording.error)} />
    </>
  )
}
