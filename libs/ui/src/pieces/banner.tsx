import type { ReactNode } from 'react'
import { Icon } from '../icons/icon.tsx'
import styles from './banner.module.css'

/** A calm strip that says a standing condition (no connection, a paused part): bars, a thick border, words; an action at the end. */
export const Banner = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className={styles.banner} role="status">
    <Icon name="bars" />
    <span className={styles.text}>{children}</span>
    {action}
  </div>
)
