import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** What is missing, why it matters, one action. Text only. */
export const EmptyState = ({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) => (
  <div className={styles.empty}>
    <p className={styles.title}>{title}</p>
    {children !== undefined && <p>{children}</p>}
    {action !== undefined && <div className={styles.action}>{action}</div>}
  </div>
)
