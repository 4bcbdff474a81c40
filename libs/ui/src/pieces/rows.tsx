import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './rows.module.css'

/** A list of things to do or know, parted by hairlines. `lead="clock"` keeps a fixed column at the left for a clock or a mark. */
export const Rows = ({ lead = 'none', label, children }: { lead?: 'clock' | 'none'; label?: string | undefined; children: ReactNode }) => (
  <ul className={classes(styles.rows, lead === 'clock' ? styles.withClock : styles.plain)} aria-label={label}>
    {children}
  </ul>
)

/** What a row is given. */
export interface RowProps {
  /** The clock or mark, only in a list with a leading column. */
  readonly lead?: ReactNode
  /** The title: a link, usually. The whole row is not a button. */
  readonly title: ReactNode
  /** One second line. */
  readonly second?: ReactNode
  /** One outlined action at most; the refusing one is a link with *uz razlog*. */
  readonly action?: ReactNode
  readonly children?: ReactNode
}

/** One row of {@link Rows}. */
export const Row = ({ lead, title, second, action, children }: RowProps) => (
  <li className={styles.row}>
    {lead !== undefined && <div className={styles.lead}>{lead}</div>}
    <div className={styles.body}>
      <p className={styles.title}>{title}</p>
      {second !== undefined && <p className="second">{second}</p>}
      {children}
    </div>
    {action !== undefined && <div className={styles.action}>{action}</div>}
  </li>
)

/** A row of one block of text, as in an aside. */
export const PlainRow = ({ children }: { children: ReactNode }) => <li className={classes(styles.row, styles.single)}>{children}</li>
