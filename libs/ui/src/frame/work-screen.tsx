import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './work-screen.module.css'

/** The bar over a work screen: what this is, whether it is saved, who is here. */
export const WorkBar = ({ children, end }: { children: ReactNode; end?: ReactNode }) => (
  <div className={styles.bar}>
    {children}
    {end !== undefined && <div className={styles.end}>{end}</div>}
  </div>
)

/** The head of a room in which something is done: a line above, the name, actions at the end (one filled). */
export const RoomHead = ({ label, title, actions }: { label?: ReactNode; title: ReactNode; actions?: ReactNode }) => (
  <header className={classes(styles.bar, styles.roomHead)}>
    <div>
      {label !== undefined && <p className="label">{label}</p>}
      <h1>{title}</h1>
    </div>
    {actions !== undefined && <div className={styles.end}>{actions}</div>}
  </header>
)

/** The columns of a work screen. `plan`: outline, document, notes. `conference`: agenda, item, people. `agreement`: articles, text, signatures. */
export const WorkColumns = ({ kind, children }: { kind: 'plan' | 'conference' | 'agreement'; children: ReactNode }) => (
  <div className={classes(styles.columns, styles[kind])}>{children}</div>
)
