import { gapsOf } from '@mreza/plan-document'
import { useTexts } from '@mreza/ui'
import { useContent } from './document/use-content.ts'
import type { LiveRoom } from './live/live-room.ts'
import styles from './plan.module.css'

const Gaps = ({ room }: { room: LiveRoom }) => {
  const t = useTexts('plan')
  const content = useContent(room)
  const goalText = (goalId: string | null) => content.goals.find(({ id }) => id === goalId)?.outcome ?? ''
  return gapsOf(content).map((gap) => (
    <li key={`${gap.kind}${gap.goalId}${gap.activityId}`}>
      {t(`gap.${gap.kind}`)}
      {goalText(gap.goalId) !== '' && <span className="label"> {goalText(gap.goalId)}</span>}
    </li>
  ))
}

/** What is missing before the plan can be approved, in every room that is open to the reader. */
export const PlanNotes = ({ rooms }: { rooms: readonly LiveRoom[] }) => {
  const t = useTexts('plan')
  return (
    <aside className={styles.notes} aria-label={t('notes')}>
      <h2>{t('missing')}</h2>
      <ul className={styles.missing}>
        {rooms.map((room) => (
          <Gaps key={room.room} room={room} />
        ))}
      </ul>
    </aside>
  )
}
