import { PlanPhase } from '@mreza/contracts-plans'
import { type Goal, setGoalAssessOn, setGoalPhase } from '@mreza/plan-document'
import { ChoiceButton, ClockBadge, DateButton, DragHandle, DropLine, GoalCard, useTexts } from '@mreza/ui'
import { memo } from 'react'
import { LiveText } from '../editor/live-text.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import { clockOfDay } from './activity-clock.ts'
import { ActivityItem } from './activity-item.tsx'
import { useMayChange } from './desk.ts'
import { goalDrawsTheSame } from './draws-the-same.ts'
import { GoalFooter } from './goal-footer.tsx'
import { GoalMeasure } from './goal-measure.tsx'
import { GoalMenu } from './goal-menu.tsx'
import { dropGoal, goalKind } from './goal-order.ts'
import { GoalWords } from './goal-words.tsx'

/** What a card of a goal is given. */
export interface GoalItemProps {
  readonly room: LiveRoom
  readonly goal: Goal
  readonly number: number
}

const Phase = ({ room, goal }: Omit<GoalItemProps, 'number'>) => {
  const t = useTexts('plan')
  const words = useTexts('words')
  return (
    <ChoiceButton
      label={t('phase')}
      value={goal.phase}
      nothing=""
      options={PlanPhase.options.map((value) => ({ value, label: words(`phase.${value}`) }))}
      onChange={(phase) => setGoalPhase(room.doc, goal.id, phase)}
      isDisabled={!useMayChange(room)}
    />
  )
}

/** Until when it is assessed; the badge once a day is set. */
const Assess = ({ room, goal }: Omit<GoalItemProps, 'number'>) => {
  const t = useTexts('plan')
  const mayChange = useMayChange(room)
  const reached = goal.activities.some(({ withdrawn }) => !withdrawn) && goal.activities.every((a) => a.withdrawn || a.state === 'done')
  if (goal.assessOn !== null && !reached) return <ClockBadge {...clockOfDay(goal.assessOn)} />
  if (goal.assessOn !== null || !mayChange) return null
  return (
    <DateButton
      label={t('goal.assess')}
      nothing={t('goal.assess.none')}
      value={null}
      onChange={(day) => setGoalAssessOn(room.doc, goal.id, day)}
    />
  )
}

const Tools = ({ room, goal, number }: GoalItemProps) => {
  const t = useTexts('plan')
  const mayChange = useMayChange(room)
  return (
    <>
      {mayChange && <DragHandle kind={goalKind(room)} id={goal.id} label={t('goal.drag', { number })} />}
      <GoalMenu room={room} goal={goal} number={number} />
    </>
  )
}

const Activities = ({ room, goal }: Omit<GoalItemProps, 'number'>) => {
  const shown = goal.activities.filter(({ withdrawn }) => !withdrawn)
  if (shown.length === 0) return undefined
  return shown.map((activity, at) => <ActivityItem key={activity.id} room={room} activity={activity} number={at + 1} />)
}

const Card = ({ room, goal, number }: GoalItemProps) => {
  const t = useTexts('plan')
  const hasIndicators = goal.indicators.some(({ withdrawn }) => !withdrawn)
  const hasActivities = goal.activities.some(({ withdrawn }) => !withdrawn)
  return (
    <div id={`goal-${goal.id}`} data-far-apart>
      <DropLine kind={goalKind(room)} label={t('goal.drop', { number })} onDrop={(id) => dropGoal(room, id, goal.area, goal.id)} />
      <GoalCard
        number={number}
        phase={<Phase room={room} goal={goal} />}
        goal={
          <LiveText
            room={room}
            place={{ in: 'goal', id: goal.id, field: 'outcome' }}
            look="sentence"
            label={t('goal.label', { number })}
            hint={t('goal.hint')}
          />
        }
        own={<GoalWords room={room} goal={goal} number={number} />}
        clock={<Assess room={room} goal={goal} />}
        tools={<Tools room={room} goal={goal} number={number} />}
        measure={hasIndicators ? <GoalMeasure room={room} goal={goal} /> : undefined}
        footer={<GoalFooter room={room} goal={goal} />}
      >
        {hasActivities ? <Activities room={room} goal={goal} /> : undefined}
      </GoalCard>
    </div>
  )
}

/** A goal as a card in the text: a sentence about the person, in their own words, how one knows that it succeeded, who does what until when. */
export const GoalItem = memo(Card, (a, b) => a.room === b.room && a.number === b.number && goalDrawsTheSame(a.goal, b.goal))
