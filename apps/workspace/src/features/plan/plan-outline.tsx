import type { PlanRoom } from '@mreza/contracts-plans'
import { useTexts } from '@mreza/ui'
import { planSections } from './document/plan-sections.ts'
import type { LiveRoom } from './live/live-room.ts'
import styles from './plan.module.css'

/** The sections of the plan; a closed one keeps its place and its name. */
export const PlanOutline = ({ rooms }: { rooms: ReadonlyMap<PlanRoom, LiveRoom> }) => {
  const t = useTexts('plan')
  return (
    <nav className={styles.outline} aria-label={t('outline')}>
      <ul>
        <li>
          <a href="#wishes">{t('wishes')}</a>
        </li>
        {planSections.map(({ id, room }) => (
          <li key={id}>
            <a href={`#${id}`}>{t(`section.${id}`)}</a>
            {!rooms.has(room) && <span className="label"> {t('closed')}</span>}
          </li>
        ))}
      </ul>
    </nav>
  )
}
