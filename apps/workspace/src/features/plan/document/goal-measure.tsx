import type { Goal, Indicator } from '@mreza/plan-document'
import { Fold, useTexts } from '@mreza/ui'
import { lazy, memo, Suspense } from 'react'
import { LiveText } from '../editor/live-text.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import { useDesk } from './desk.ts'
import styles from './document.module.css'
import { useFold } from './folds.ts'
import type { IndicatorProps } from './indicator-details.tsx'

// The fields come when the first details are opened.
const IndicatorDetails = lazy(async () => ({ default: (await import('./indicator-details.tsx')).IndicatorDetails }))

/** What is folded in one line: *sada 2 · cilj 5 · proverava se iz evidencije*; what is missing is said. */
const useSummary = ({ baseline, target, check }: Indicator) => {
  const t = useTexts('plan')
  return [
    ...(baseline === '' ? [] : [t('indicator.now', { value: baseline })]),
    target === '' ? t('indicator.target.missing') : t('indicator.aim', { value: target }),
    check === '' ? t('indicator.check.missing') : t('indicator.checked', { value: check }),
  ].join(' · ')
}

const Item = memo(({ room, indicator }: IndicatorProps) => {
  const t = useTexts('plan')
  const { folds } = useDesk()
  const fold = useFold(folds, indicator.id)
  return (
    <li>
      <LiveText
        room={room}
        place={{ in: 'indicator', id: indicator.id, field: 'text' }}
        look="line"
        label={t('indicator.label')}
        hint={t('indicator.hint')}
      />
      <Fold title={useSummary(indicator)} saysAll {...fold}>
        <Suspense fallback={null}>
          <IndicatorDetails room={room} indicator={indicator} />
        </Suspense>
      </Fold>
    </li>
  )
})

/** By what one will know that a goal was reached: the sentence, and folded away where things stand, where they are to be, and how one checks. */
export const GoalMeasure = ({ room, goal }: { room: LiveRoom; goal: Goal }) => (
  <ul className={styles.indicators}>
    {goal.indicators
      .filter(({ withdrawn }) => !withdrawn)
      .map((indicator) => (
        <Item key={indicator.id} room={room} indicator={indicator} />
      ))}
  </ul>
)
