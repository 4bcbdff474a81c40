import type { Decision, Task } from '@mreza/contracts-conferences'
import { dayNumberOf, wallTimeOf } from '@mreza/i18n'
import { StateMark, useFormats, useNow, useTexts } from '@mreza/ui'
import { scriptOf } from '../../cases/own-words.tsx'
import { usePersonNames } from '../use-person-name.ts'
import { WhoChip } from '../who-chip.tsx'
import styles from './room.module.css'

const TaskState = ({ task }: { task: Task }) => {
  const t = useTexts('conference')
  const formats = useFormats()
  const now = useNow()
  if (task.doneAt !== null) return <StateMark state="yes">{t('task.done', { date: formats.dayMonth(task.doneAt) })}</StateMark>
  const isLate = dayNumberOf(task.dueOn) < dayNumberOf(wallTimeOf(now).date)
  return <StateMark state={isLate ? 'no' : 'ready'}>{t(isLate ? 'task.late' : 'task.open')}</StateMark>
}

const TaskRow = ({ task, decision }: { task: Task; decision: Decision }) => {
  const t = useTexts('conference')
  const formats = useFormats()
  const nameOf = usePersonNames([task.personId])
  return (
    <li className={styles.task}>
      <WhoChip institutionId={task.institutionId}>{task.personId === null ? undefined : nameOf(task.personId)}</WhoChip>
      <span className="nowrap">{t('task.due', { date: formats.dayMonthAfterPreposition(task.dueOn) })}</span>
      <TaskState task={task} />
      {task.what !== decision.text && (
        <p className={styles.taskWhat} lang={scriptOf(task.what)}>
          {task.what}
        </p>
      )}
      {task.result !== null && (
        <p className={`second ${styles.taskWhat}`} lang={scriptOf(task.result)}>
          {task.result}
        </p>
      )}
    </li>
  )
}

/** Who does what a decision says, by when, and whether it is done (CF23). */
export const TaskList = ({ decision }: { decision: Decision }) => {
  const t = useTexts('conference')
  if (decision.tasks.length === 0) return null
  return (
    <ul className={styles.tasks} aria-label={t('task.list', { number: decision.number })}>
      {decision.tasks.map((task) => (
        <TaskRow key={task.id} task={task} decision={decision} />
      ))}
    </ul>
  )
}
