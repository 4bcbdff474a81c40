import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './page.module.css'

/** The sheet of a reading page. With an `aside`: who and what else, 288 px, never the main action. `wide` for matrices. */
export const Page = ({
  children,
  aside,
  asideLabel,
  wide = false,
}: {
  children: ReactNode
  aside?: ReactNode
  asideLabel?: string | undefined
  wide?: boolean
}) => (
  <div className={classes(styles.page, wide && styles.wide, aside !== undefined && styles.withAside)}>
    <div className={styles.main}>{children}</div>
    {aside !== undefined && <aside aria-label={asideLabel}>{aside}</aside>}
  </div>
)

/** The body and the aside below a head that crosses both, as on a case. */
export const WithAside = ({ children, aside, asideLabel }: { children: ReactNode; aside: ReactNode; asideLabel?: string | undefined }) => (
  <div className={styles.withAside}>
    <div className={styles.main}>{children}</div>
    <aside aria-label={asideLabel}>{aside}</aside>
  </div>
)

/** The head of a page: its name, one line under it, at most two outlined actions at the end. */
export const PageHead = ({ title, second, actions }: { title: ReactNode; second?: ReactNode; actions?: ReactNode }) => (
  <header className={styles.head}>
    <div>
      <h1>{title}</h1>
      {second !== undefined && <p className={styles.second}>{second}</p>}
    </div>
    {actions !== undefined && <div className={styles.actions}>{actions}</div>}
  </header>
)

/** Two columns under the matrix or the like, the left one wider. */
export const Split = ({ children }: { children: ReactNode }) => <div className={styles.split}>{children}</div>
