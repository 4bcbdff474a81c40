import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icons/icon.tsx'
import styles from './state-mark.module.css'

/** Yes, under a condition, no, ready but not yet done, not known. */
export type MarkState = 'yes' | 'partly' | 'no' | 'ready' | 'unknown'

const shapes: Readonly<Record<MarkState, IconName>> = {
  yes: 'disc-check',
  partly: 'half-circle',
  no: 'cross',
  ready: 'circle',
  unknown: 'dashed-circle',
}

/** A state that is not time: capacity, signing, roster. The word is the caller's; *unknown* is never drawn like *no*. */
export const StateMark = ({ state, children }: { state: MarkState; children: ReactNode }) => (
  <span className={styles.mark} data-state={state}>
    <Icon name={shapes[state]} />
    <span>{children}</span>
  </span>
)
