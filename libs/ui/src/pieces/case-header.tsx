import type { ReactNode } from 'react'
import styles from './case-header.module.css'

/** The head of a case: a briefing from top to bottom. */
export const CaseHeader = ({ code, name, facts, next }: { code: string; name?: ReactNode; facts: ReactNode; next?: ReactNode }) => (
  <header className={styles.head}>
    <div className={styles.line}>
      <h1>{code}</h1>
      {name}
    </div>
    <dl className={styles.facts}>{facts}</dl>
    {next}
  </header>
)

/** One fact: priority and clock, status, who leads, jurisdiction. */
export const CaseFact = ({ label, second, children }: { label: ReactNode; second?: ReactNode; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {children}
      {second !== undefined && <div className={`second ${styles.second}`}>{second}</div>}
    </dd>
  </div>
)

/** What happens next, with the one main button of the page. */
export const NextStep = ({ label, children, actions }: { label: ReactNode; children: ReactNode; actions?: ReactNode }) => (
  <div className={styles.next}>
    <p>
      <span className="label">{label}</span>
      <strong>{children}</strong>
    </p>
    {actions}
  </div>
)
