import { useTexts } from '@mreza/ui'
import { useEditing } from '../editor/editing-context.ts'
import { LiveText } from '../editor/live-text.tsx'
import styles from './document.module.css'
import type { GoalItemProps } from './goal-item.tsx'

/** The goal in the person's own words; quiet while nobody has asked them. */
export const GoalWords = ({ room, goal, number }: GoalItemProps) => {
  const t = useTexts('plan')
  const { mode } = useEditing()
  if (goal.own === '' && (room.right !== 'write' || mode === 'read')) return null
  return (
    <div className={styles.inOwnWords}>
      <LiveText
        room={room}
        place={{ in: 'goal', id: goal.id, field: 'own' }}
        look="line"
        label={t('goal.own', { number })}
        hint={t('goal.own.hint')}
      />
    </div>
  )
}
