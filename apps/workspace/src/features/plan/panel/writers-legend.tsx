import type { InstitutionId } from '@mreza/contracts-kernel'
import { useTexts } from '@mreza/ui'
import { useMemo } from 'react'
import { InstitutionChip } from '../document/institution-choice.tsx'
import { useWriters } from '../editor/use-writers.ts'
import { usePlan } from '../plan-context.ts'
import styles from './panel.module.css'

/** Which institutions have written in the rooms that are open to the reader: the key to the colours of the letters. */
export const WritersLegend = () => {
  const t = useTexts('plan')
  const { plan, list } = usePlan()
  const writers = useWriters(plan.planId, list, true)
  const institutions = useMemo(
    () => [...new Set<InstitutionId>([...writers.values()].map(({ institutionId }) => institutionId))],
    [writers],
  )
  return (
    <ul className={styles.legend} aria-label={t('writers.legend')}>
      {institutions.map((id) => (
        <li key={id}>
          <InstitutionChip id={id} />
        </li>
      ))}
    </ul>
  )
}
