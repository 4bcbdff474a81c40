import { EmptyState, useTexts } from '@mreza/ui'
import { useId } from 'react'
import { DecisionForm } from './decision-form.tsx'
import { DecisionRow } from './decision-row.tsx'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'

/** What was decided, in order, with the tasks that came of it; for who leads, the place to write the next one (CF22, CF23). */
export const Decisions = () => {
  const t = useTexts('conference')
  const name = useId()
  const { conference, leads } = useRoom()
  const { decisions, state } = conference
  return (
    <section aria-labelledby={name} className={styles.part}>
      <h2 id={name}>{t('decisions')}</h2>
      {decisions.length === 0 && (
        <div className={styles.empty}>
          <EmptyState title={t('decisions.none')}>{state === 'scheduled' ? t('decisions.notYet') : undefined}</EmptyState>
        </div>
      )}
      <ol>
        {decisions.map((decision) => (
          <DecisionRow key={decision.number} decision={decision} />
        ))}
      </ol>
      {leads && state === 'under-way' && <DecisionForm />}
    </section>
  )
}
