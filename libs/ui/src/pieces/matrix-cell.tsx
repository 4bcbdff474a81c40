import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Icon, type IconName } from '../icons/icon.tsx'
import { useTexts } from '../language.tsx'
import styles from './matrix-cell.module.css'

/** Where an institution stands with an agreement. `none`: it is not a party. */
export type CellState = 'signed' | 'waiting' | 'refused' | 'expired' | 'none'

const shapes: Readonly<Record<Exclude<CellState, 'none'>, IconName>> = {
  signed: 'disc-check',
  waiting: 'hourglass',
  refused: 'cross',
  expired: 'diamond',
}

/** What a cell is given. */
export interface MatrixCellProps {
  readonly state: CellState
  /** Date, for how long, or the reason. */
  readonly detail?: ReactNode
  /** The word, where another than the usual one is right. */
  readonly word?: string | undefined
  /** For screen readers, because a cell alone says too little. */
  readonly institution: string
  readonly agreement: string
  readonly onPress?: (() => void) | undefined
}

/** One cell of the tracker: exceptions can be counted from two metres, the quiet case stays quiet. */
export const MatrixCell = ({ state, detail, word, institution, agreement, onPress }: MatrixCellProps) => {
  const t = useTexts('ui')
  const said = word ?? t(`cell.${state}`)
  if (state === 'none')
    return (
      <span className={styles.cell} data-state="none">
        {said}
      </span>
    )
  return (
    <AriaButton className={styles.cell ?? ''} data-state={state} {...(onPress ? { onPress } : {})}>
      <Icon name={shapes[state]} />
      <span>
        <span className="visually-hidden">
          {institution}, {agreement}:{' '}
        </span>
        {said}
        {detail !== undefined && <small>{detail}</small>}
      </span>
    </AriaButton>
  )
}

/** The table around the cells: it scrolls sideways with its first column fixed, and prints on a page turned over. */
export const Matrix = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
  <section className={styles.scroll} aria-label={label} tabIndex={0}>
    <table className={styles.matrix}>{children}</table>
  </section>
)
