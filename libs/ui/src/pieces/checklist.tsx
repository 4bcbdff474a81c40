import type { ReactNode } from 'react'
import { Icon } from '../icons/icon.tsx'
import { useTexts } from '../language.tsx'
import { VisuallyHidden } from '../live/visually-hidden.tsx'
import styles from './checklist.module.css'

/** The steps of a procedure in their order. */
export const Checklist = ({ label, children }: { label?: string | undefined; children: ReactNode }) => (
  <ol className={styles.steps} aria-label={label}>
    {children}
  </ol>
)

/** What a step is given. */
export interface ChecklistStepProps {
  readonly number: number
  /** Several steps may be `now`. */
  readonly state: 'done' | 'now' | 'later'
  readonly title: ReactNode
  /** Who answers, what evidence there is, what is missing. */
  readonly second?: ReactNode
  /** Its clock; left out, it says that no deadline is prescribed, never nothing. */
  readonly clock?: ReactNode
  readonly children?: ReactNode
}

/** One step: done is filled with a tick, now stands in a heavy box on shaded ground, later is light. */
export const ChecklistStep = ({ number, state, title, second, clock, children }: ChecklistStepProps) => {
  const t = useTexts('ui')
  return (
    <li className={styles.step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={styles.mark}>
        {state === 'done' ? <Icon name="check" /> : number}
        <VisuallyHidden> {t(`step.${state}`)}</VisuallyHidden>
      </span>
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {second !== undefined && <p className="second">{second}</p>}
        {children}
      </div>
      <div className={styles.clock}>{clock ?? <span className="second">{t('clock.none')}</span>}</div>
    </li>
  )
}

/** The boxed number of a step or of a link of a chain. */
export const NumberMark = ({ children }: { children: ReactNode }) => <span className={styles.mark}>{children}</span>
