import type { Decision } from '@mreza/contracts-conferences'
import { Button, StateMark, useFormats, useTexts } from '@mreza/ui'
import { useState } from 'react'
import { scriptOf } from '../../cases/own-words.tsx'
import { usePersonNames } from '../use-person-name.ts'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'
import { TaskDialog } from './task-dialog.tsx'
import { TaskList } from './task-list.tsx'

const MakeTask = ({ decision }: { decision: Decision }) => {
  const t = useTexts('conference')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onPress={() => setAsking(true)} aria-label={t('task.makeOf', { number: decision.number })}>
        {t('task.make')}
      </Button>
      {asking && <TaskDialog decision={decision} onClose={() => setAsking(false)} />}
    </>
  )
}

/** A decision as it was recorded: its number, its text, whether there was a quorum, and its tasks (CF22). */
export const DecisionRow = ({ decision, controls = true }: { decision: Decision; controls?: boolean }) => {
  const t = useTexts('conference')
  const formats = useFormats()
  const { conference, leads } = useRoom()
  const { number, text, recordedAt, recordedBy, withQuorum } = decision
  const nameOf = usePersonNames([recordedBy])
  return (
    <li className={styles.decision}>
      <span className={styles.decisionNumber} aria-hidden="true">
        {number}
      </span>
      <div>
        <h3 className="visually-hidden">{t('decision.number', { number })}</h3>
        <p className={styles.decisionText} lang={scriptOf(text)}>
          {text}
        </p>
        <p className={`label ${styles.decisionMeta}`}>
          {t('decision.recorded', { time: formats.time(recordedAt), name: nameOf(recordedBy) })}
          {!withQuorum && <StateMark state="partly">{t('decision.without')}</StateMark>}
        </p>
        <TaskList decision={decision} />
        {controls && leads && conference.state === 'under-way' && (
          <div className={styles.makeTask}>
            <MakeTask decision={decision} />
          </div>
        )}
      </div>
    </li>
  )
}
