import { HangingSection, StateMark, useTexts } from '@mreza/ui'
import { InstitutionChip } from '../document/institution-choice.tsx'
import { usePlan } from '../plan-context.ts'
import styles from './access.module.css'

const marks = { none: 'unknown', read: 'partly', comment: 'partly', write: 'yes' } as const

/** The rooms of the plan: what the reader may do in each, and which institutions it is open to. */
export const DoorsSection = () => {
  const t = useTexts('plan')
  const { plan } = usePlan()
  return (
    <HangingSection title={t('access.rooms')}>
      <ul className={styles.rows}>
        {plan.rooms.map(({ room, right, holders }) => (
          <li key={room}>
            <div>
              <p className="strong">{t(`room.${room}`)}</p>
              <p className={styles.holders}>
                {holders.map((id) => (
                  <InstitutionChip key={id} id={id} />
                ))}
              </p>
            </div>
            <StateMark state={marks[right]}>{t(`right.${right}`)}</StateMark>
          </li>
        ))}
      </ul>
    </HangingSection>
  )
}
