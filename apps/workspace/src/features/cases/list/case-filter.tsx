import { Select, TextField, ToggleButton, useTexts } from '@mreza/ui'
import styles from '../cases.module.css'
import type { CaseFilter } from './filter-cases.ts'

const priorities = ['any', 'immediate', 'urgent', 'regular'] as const

/** Narrows the list of cases by words, by priority and to one's own. */
export const CaseFilterBar = ({ filter, onChange }: { filter: CaseFilter; onChange: (filter: CaseFilter) => void }) => {
  const t = useTexts('cases')
  const words = useTexts('words')
  const options = priorities.map((value) => ({ value, label: value === 'any' ? t('filter.anyPriority') : words(`priority.${value}`) }))
  return (
    <search className={styles.filter} aria-label={t('filter.label')}>
      <TextField label={t('filter.words')} type="search" value={filter.words} onChange={(typed) => onChange({ ...filter, words: typed })} />
      <Select
        label={t('filter.priority')}
        options={options}
        value={filter.priority}
        onChange={(priority) => onChange({ ...filter, priority })}
      />
      <ToggleButton isSelected={filter.mine} onChange={(mine) => onChange({ ...filter, mine })}>
        {t('filter.mine')}
      </ToggleButton>
    </search>
  )
}
