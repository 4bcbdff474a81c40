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
  readonly clock?: ReactNode
  /** How one knows that it has succeeded; left out, its place says that it is missing. */
  readonly measure?: ReactNode
  /** The activities, as {@link ActivityRow}s. */
  readonly children?: ReactNode
  /** What stands under the activities: *add an activity*. */
  readonly footer?: ReactNode
}

/** A goal in the flow of the prose: rule above, phase, sentence, clock, measure, activities with party, date and state. */
export const GoalCard = ({ number, phase, goal, clock, measure, children, footer }: GoalCardProps) => {
  const t = useTexts('ui')
  return (
    <article className={styles.goal}>
      <div className={styles.head}>
        <span className="label">
          {t('goal.number', { number })} · {phase}
        </span>
        <div className={styles.sentence}>{goal}</div>
        {clock}
      </div>
      <div className={styles.measure}>
        <strong>{t('goal.success')}</strong> {measure ?? <span className={styles.missing}>{t('goal.measure.missing')}</span>}
      </div>
      {children !== undefined && (
        <table className={styles.activities}>
          <thead>
            <tr>
              <th scope="col">{t('goal.activity')}</th>
              <th scope="col">{t('goal.who')}</th>
              <th scope="col">{t('goal.due')}</th>
              <th scope="col">{t('goal.state')}</th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      )}
      {footer !== undefined && <div className={styles.footer}>{footer}</div>}
    </article>
  )
}

/** One activity of a goal. What is missing is said in its place. */
export const ActivityRow = ({
  activity,
  who,
  due,
  state,
}: {
  activity: ReactNode
  who?: ReactNode
  due?: ReactNode
  state?: ReactNode
}) => {
  const t = useTexts('ui')
  return (
    <tr>
      <td>{activity}</td>
      <td>{who ?? <span className={styles.missing}>{t('goal.party.missing')}</span>}</td>
      <td>{due ?? <span className="second">{t('goal.noDate')}</span>}</td>
      <td>{state}</td>
    </tr>
  )
}
