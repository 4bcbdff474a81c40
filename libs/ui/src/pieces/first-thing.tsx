import { type ReactNode, useId } from 'react'
import styles from './first-thing.module.css'

/** The one thing that comes first on a page, with the page's one filled button. */
export const FirstThing = ({
  label,
  title,
  children,
  action,
}: {
  label: ReactNode
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) => {
  const name = useId()
  return (
    <section className={styles.first} aria-labelledby={name}>
      <div>
        <span className="label">{label}</span>
        <h2 id={name}>{title}</h2>
        {children !== undefined && <div className={styles.facts}>{children}</div>}
      </div>
      {action}
    </section>
  )
}
