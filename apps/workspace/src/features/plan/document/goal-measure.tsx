import { type Goal, type Indicator, setIndicatorDetails, withdrawIndicator } from '@mreza/plan-document'
import { Button, Fold, useTexts, useToast } from '@mreza/ui'
import { memo, useCallback } from 'react'
import { LiveText } from '../editor/live-text.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import { useDesk, useMayChange } from './desk.ts'
import styles from './document.module.css'
import { useFold } from './folds.ts'
import { placeOf } from './places.ts'
import { PlainLine } from './plain-line.tsx'

interface IndicatorProps {
  readonly room: LiveRoom
  readonly indicator: Indicator
}

const lines = ['baseline', 'target', 'measure', 'check'] as const

const Line = ({ room, indicator, line }: IndicatorProps & { line: (typeof lines)[number] }) => {
  const t = useTexts('plan')
  const change = useCallback(
    (value: string) => void setIndicatorDetails(room.doc, indicator.id, { [line]: value }),
    [room, indicator.id, line],
  )
  const place = line === 'target' || line === 'check' ? placeOf[line](indicator.id) : undefined
  return (
    <div data-place={place}>
      <PlainLine label={t(`indicator.${line}`)} value={indicator[line]} onChange={change} isDisabled={!useMayChange(room)} />
    </div>
  )
}

/** What is folded in one line: *sada 2 · cilj 5 · proverava se iz evidencije*; what is missing is said. */
const useSummary = ({ baseline, target, check }: Indicator) => {
  const t = useTexts('plan')
  return [
    ...(baseline === '' ? [] : [t('indicator.now', { value: baseline })]),
    target === '' ? t('indicator.target.missing') : t('indicator.aim', { value: target }),
    check === '' ? t('indicator.check.missing') : t('indicator.checked', { value: check }),
  ].join(' · ')
}

const Details = ({ room, indicator }: IndicatorProps) => {
  const t = useTexts('plan')
  const toast = useToast()
  const mayChange = useMayChange(room)
  const withdraw = () => {
    withdrawIndicator(room.doc, indicator.id)
    toast({ text: t('indicator.withdrawn'), undo: () => withdrawIndicator(room.doc, indicator.id, false) })
  }
  return (
    <div className={styles.indicatorLines}>
      {lines.map((line) => (
        <Line key={line} room={room} indicator={indicator} line={line} />
      ))}
      {mayChange && (
        <Button kind="link" onPress={withdraw}>
          {t('indicator.withdraw')}
        </Button>
      )}
    </div>
  )
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
        <Details room={room} indicator={indicator} />
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
