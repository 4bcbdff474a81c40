import type { InstitutionId } from '@mreza/contracts-kernel'
import { PlanPhase } from '@mreza/contracts-plans'
import { addActivity, addIndicator, type Goal, goalText, indicatorText, setGoalPhase, withdrawGoal } from '@mreza/plan-document'
import { BareFields, Button, ButtonRow, GoalCard, Select, useTexts } from '@mreza/ui'
import type { LiveRoom } from '../live/live-room.ts'
import styles from '../plan.module.css'
import { ActivityItem } from './activity-item.tsx'
import { FragmentEditor } from './fragment-editor.tsx'

const Measure = ({ room, goal }: { room: LiveRoom; goal: Goal }) => {
  const t = useTexts('plan')
  const shown = goal.indicators.filter(({ withdrawn }) => !withdrawn)
  return (
    <div className={styles.measure}>
      {shown.map(({ id }) => {
        const fragment = indicatorText(room.doc, id)
        return fragment === undefined ? null : (
          <FragmentEditor key={id} room={room} fragment={fragment} look="line" label={t('indicator.label')} hint={t('indicator.hint')} />
        )
      })}
    </div>
  )
}

const Phase = ({ room, goal }: { room: LiveRoom; goal: Goal }) => {
  const t = useTexts('plan')
  const words = useTexts('words')
  if (room.right !== 'write') return <>{words(`phase.${goal.phase}`)}</>
  return (
    <BareFields>
      <Select
        label={t('phase')}
        value={goal.phase}
        options={PlanPhase.options.map((value) => ({ value, label: words(`phase.${value}`) }))}
        onChange={(phase) => setGoalPhase(room.doc, goal.id, phase)}
      />
    </BareFields>
  )
}

const Footer = ({ room, goal }: { room: LiveRoom; goal: Goal }) => {
  const t = useTexts('plan')
  return (
    <ButtonRow>
      <Button onPress={() => addActivity(room.doc, goal.id)}>{t('activity.add')}</Button>
      <Button onPress={() => addIndicator(room.doc, goal.id)}>{t('indicator.add')}</Button>
      <Button kind="link" onPress={() => withdrawGoal(room.doc, goal.id)}>
        {t('goal.withdraw')}
      </Button>
    </ButtonRow>
  )
}

/** A goal as a card in the text: a sentence about the person, how one knows that it succeeded, who does what until when. */
export const GoalItem = ({
  room,
  goal,
  number,
  parties,
}: {
  room: LiveRoom
  goal: Goal
  number: number
  parties: readonly InstitutionId[]
}) => {
  const t = useTexts('plan')
  const fragment = goalText(room.doc, goal.id)
  const activities = goal.activities.filter(({ withdrawn }) => !withdrawn)
  if (fragment === undefined) return null
  return (
    <GoalCard
      number={number}
      phase={<Phase room={room} goal={goal} />}
      goal={<FragmentEditor room={room} fragment={fragment} look="sentence" label={t('goal.label', { number })} hint={t('goal.hint')} />}
      measure={goal.indicators.some(({ withdrawn }) => !withdrawn) ? <Measure room={room} goal={goal} /> : undefined}
      footer={room.right === 'write' ? <Footer room={room} goal={goal} /> : undefined}
    >
      {activities.length === 0
        ? undefined
        : activities.map((activity) => <ActivityItem key={activity.id} room={room} activity={activity} parties={parties} />)}
    </GoalCard>
  )
}
