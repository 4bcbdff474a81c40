import type { ReactNode } from 'react'
import { useTexts } from '../language.tsx'
import styles from './goal-card.module.css'

/** What the frame of a goal is given; the texts inside may be editors. */
export interface GoalCardProps {
  readonly number: number
  /** *krizna intervencija* and so on. */
  readonly phase: ReactNode
  /** The goal as a sentence about the person. */
  readonly goal: ReactNode
  /** The same in the person's own words. */
  readonly own?: ReactNode
  readonly clock?: ReactNode
  /** What one does with the card as a whole: the handle, the menu. */
  readonly tools?: ReactNode
  /** How one knows that it has succeeded; left out, its place says that it is missing. */
  readonly measure?: ReactNode
  /** The activities, as {@link ActivityRow}s. */
  readonly children?: ReactNode
  /** What stands under the activities: *add an activity*. */
  readonly footer?: ReactNode
}

const Activities = ({ children }: { children: ReactNode }) => {
  const t = useTexts('ui')
  return (
    <table className={styles.activities}>
      <thead>
        <tr>
          <th scope="col">{t('goal.activity')}</th>
          <th scope="col">{t('goal.who')}</th>
          <th scope="col">{t('goal.due')}</th>
          <th scope="col">{t('goal.state')}</th>
        </tr>
      </thead>
      {children}
    </table>
  )
}

/** A goal in the flow of the prose: rule above, phase, sentence, clock, measure, activities with party, date and state. */
export const GoalCard = ({ number, phase, goal, own, clock, tools, measure, children, footer }: GoalCardProps) => {
  const t = useTexts('ui')
  return (
    <article className={styles.goal} aria-label={t('goal.number', { number })}>
      <div className={styles.head}>
        <span className={`label ${styles.phase}`}>
          {t('goal.number', { number })} · {phase}
        </span>
        {tools !== undefined && <div className={styles.tools}>{tools}</div>}
        <div className={styles.sentence}>{goal}</div>
        {clock !== undefined && <div className={styles.clock}>{clock}</div>}
        {own !== undefined && <div className={styles.own}>{own}</div>}
      </div>
      <div className={styles.measure}>
        <strong>{t('goal.success')}</strong> {measure ?? <span className={styles.missing}>{t('goal.measure.missing')}</span>}
      </div>
      {children !== undefined && <Activities>{children}</Activities>}
      {footer !== undefined && <div className={styles.footer}>{footer}</div>}
    </article>
  )
}

/** What a row of an activity is given. */
export interface ActivityRowProps {
  readonly activity: ReactNode
  readonly who?: ReactNode
  readonly due?: ReactNode
  readonly state?: ReactNode
  /** What stands before the words: the handle, and where another can be put down. */
  readonly before?: ReactNode
  /** What is folded away: who supports it, from when, what shows that it was done. */
  readonly details?: ReactNode
}

/** One activity of a goal. What is missing is said in its place. */
export const ActivityRow = ({ activity, who, due, state, before, details }: ActivityRowProps) => {
  const t = useTexts('ui')
  return (
    <tbody className={styles.row}>
      <tr>
        <td>
          {before}
          {activity}
        </td>
        <td>{who ?? <span className={styles.missing}>{t('goal.party.missing')}</span>}</td>
        <td>{due ?? <span className="second">{t('goal.noDate')}</span>}</td>
        <td>{state}</td>
      </tr>
      {details !== undefined && (
        <tr className={styles.details}>
          <td colSpan={4}>{details}</td>
        </tr>
      )}
    </tbody>
  )
}
