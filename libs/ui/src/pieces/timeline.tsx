import type { ReactNode } from 'react'
import styles from './timeline.module.css'

/** What has happened, newest first. */
export const Timeline = ({ label, children }: { label?: string | undefined; children: ReactNode }) => (
  <ol className={styles.timeline} aria-label={label}>
    {children}
  </ol>
)

/** One event. An event that started, stopped or broke a clock has an open mark (`kind="clock"`). */
export const TimelineEvent = ({
  when,
  at,
  title,
  kind,
  children,
}: {
  when: ReactNode
  at: string
  title: ReactNode
  kind?: 'clock' | undefined
  children?: ReactNode
}) => (
  <li className={styles.event} data-kind={kind}>
    <time className="label" dateTime={at}>
      {when}
    </time>
    <div className={styles.body}>
      <p className="strong">{title}</p>
      {children !== undefined && <div className="second">{children}</div>}
    </div>
  </li>
)
