import { type Indicator, setIndicatorDetails, withdrawIndicator } from '@mreza/plan-document'
import { Button, useTexts, useToast } from '@mreza/ui'
import { useCallback } from 'react'
import type { LiveRoom } from '../live/live-room.ts'
import { useMayChange } from './desk.ts'
import styles from './document.module.css'
import { placeOf } from './places.ts'
import { PlainLine } from './plain-line.tsx'

/** What an indicator is given. */
export interface IndicatorProps {
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

/** Where things stand, where they are to be, what is measured, and how one checks. */
export const IndicatorDetails = ({ room, indicator }: IndicatorProps) => {
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
