import { useTexts } from '@mreza/ui'
import { LiveText } from '../editor/live-text.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import styles from './document.module.css'
import { RiskList } from './risk-list.tsx'

/** The plan of what to do when it becomes dangerous, and the risks with their answers; only in the room of safety. */
export const SafetyPlan = ({ room }: { room: LiveRoom }) => {
  const t = useTexts('plan')
  return (
    <>
      <h3 className={styles.area} id="safety-plan">
        {t('safetyPlan')}
      </h3>
      <LiveText
        room={room}
        place={{ in: 'prose', place: 'safety-plan' }}
        look="prose"
        label={t('safetyPlan')}
        hint={t('safetyPlan.hint')}
      />
      <RiskList room={room} />
    </>
  )
}
