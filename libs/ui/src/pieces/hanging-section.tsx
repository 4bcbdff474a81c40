import { type ReactNode, useId } from 'react'
import styles from './hanging-section.module.css'

/** What a section is given. */
export interface HangingSectionProps {
  readonly title: ReactNode
  /** One line under the name, in the margin. */
  readonly summary?: ReactNode
  readonly children: ReactNode
  readonly id?: string | undefined
}

/** A section of a reading page: its name hangs in the margin, the content stands to the right, a rule crosses both. */
export const HangingSection = ({ title, summary, children, id }: HangingSectionProps) => {
  const name = useId()
  return (
    <section className={styles.section} aria-labelledby={name} id={id}>
      <header>
        <h2 id={name}>{title}</h2>
        {summary !== undefined && <span className="label">{summary}</span>}
      </header>
      <div className={styles.content}>{children}</div>
    </section>
  )
}

/** A block of the aside: who and what else, never the main action. */
export const AsideBlock = ({ title, children }: { title: ReactNode; children: ReactNode }) => {
  const name = useId()
  return (
    <section className={styles.aside} aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      {children}
    </section>
  )
}
