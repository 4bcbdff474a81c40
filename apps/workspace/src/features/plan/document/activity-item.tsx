import { ActivityState } from '@mreza/contracts-plans'
import { type Activity, assignActivity, placeActivity, setActivityDue, setActivityState, withdrawActivity } from '@mreza/plan-document'
import {
  ActivityRow,
  ChoiceButton,
  ClockBadge,
  DateButton,
  DragHandle,
  DropLine,
  Fold,
  Menu,
  MenuItem,
  StateMark,
  useTexts,
  useToast,
} from '@mreza/ui'
import { lazy, memo, Suspense } from 'react'
import { LiveText } from '../editor/live-text.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import { clockOfDay } from './activity-clock.ts'
import { saysSomething, useDetailsSummary } from './activity-summary.ts'
import { useDesk, useMayChange } from './desk.ts'
import styles from './document.module.css'
import { activityDrawsTheSame } from './draws-the-same.ts'
import { useFold } from './folds.ts'
import { activityKind, activityMoved, dropActivity } from './goal-order.ts'
import { InstitutionChoice } from './institution-choice.tsx'
import { MoreButton } from './more-button.tsx'
import { placeOf } from './places.ts'

// The fields come when the first details are opened.
const ActivityDetails = lazy(async () => ({ default: (await import('./activity-details.tsx')).ActivityDetails }))

/** What a row of an activity is given. */
export interface ActivityItemProps {
  readonly room: LiveRoom
  readonly activity: Activity
}

const Who = ({ room, activity }: ActivityItemProps) => {
  const t = useTexts('plan')
  return (
    <div data-place={placeOf.who(activity.id)}>
      <InstitutionChoice
        label={t('activity.who')}
        nothing={t('activity.who.none')}
        value={activity.responsibleInstitutionId}
        onChange={(institutionId) => assignActivity(room.doc, activity.id, { institutionId, personId: null })}
        isDisabled={!useMayChange(room)}
      />
    </div>
  )
}

const Due = ({ room, activity }: ActivityItemProps) => {
  const t = useTexts('plan')
  return (
    <div data-place={placeOf.due(activity.id)}>
      <DateButton
        label={t('activity.due')}
        value={activity.dueOn}
        onChange={(day) => setActivityDue(room.doc, activity.id, day)}
        isDisabled={!useMayChange(room)}
      />
    </div>
  )
}

/** How far it is: by its day while it is being done, by a word otherwise. */
const StateBadge = ({ activity }: { activity: Activity }) => {
  const t = useTexts('plan')
  const word = t(`activity.state.${activity.state}`)
  if (activity.state === 'done') return <StateMark state="yes">{word}</StateMark>
  if (activity.state === 'abandoned') return <StateMark state="no">{word}</StateMark>
  if (activity.dueOn === null) return <StateMark state="ready">{word}</StateMark>
  return (
    <span className={styles.state}>
      <ClockBadge {...clockOfDay(activity.dueOn)} time="" />
      <span className="label">{word}</span>
    </span>
  )
}

const State = ({ room, activity }: ActivityItemProps) => {
  const t = useTexts('plan')
  return (
    <ChoiceButton
      label={t('activity.state')}
      value={activity.state}
      nothing=""
      isDisabled={!useMayChange(room)}
      options={ActivityState.options.map((value) => ({ value, label: t(`activity.state.${value}`) }))}
      onChange={(state) => setActivityState(room.doc, activity.id, state)}
    >
      <StateBadge activity={activity} />
    </ChoiceButton>
  )
}

const ActivityMenu = ({ room, activity, number }: ActivityItemProps & { number: number }) => {
  const t = useTexts('plan')
  const toast = useToast()
  const move = (by: 1 | -1) => {
    const place = activityMoved(room, activity, by)
    if (place !== null) placeActivity(room.doc, activity.id, place.beforeId)
  }
  const acts: Record<string, () => void> = {
    up: () => move(-1),
    down: () => move(1),
    withdraw: () => {
      withdrawActivity(room.doc, activity.id)
      toast({ text: t('activity.withdrawn', { number }), undo: () => withdrawActivity(room.doc, activity.id, false) })
    },
  }
  const label = t('activity.more', { number })
  return (
    <MoreButton label={label}>
      <Menu aria-label={label} onAction={(key) => acts[String(key)]?.()}>
        {activityMoved(room, activity, -1) !== null && <MenuItem id="up">{t('move.up')}</MenuItem>}
        {activityMoved(room, activity, 1) !== null && <MenuItem id="down">{t('move.down')}</MenuItem>}
        <MenuItem id="withdraw">{t('activity.withdraw')}</MenuItem>
      </Menu>
    </MoreButton>
  )
}

const Details = ({ room, activity, number }: ActivityItemProps & { number: number }) => {
  const { folds } = useDesk()
  const fold = useFold(folds, activity.id)
  const summary = useDetailsSummary(activity)
  return (
    <div className={styles.activityDetails}>
      <Fold title={summary} saysAll={saysSomething(activity)} {...fold}>
        <Suspense fallback={null}>
          <ActivityDetails room={room} activity={activity} />
        </Suspense>
      </Fold>
      {useMayChange(room) && <ActivityMenu room={room} activity={activity} number={number} />}
    </div>
  )
}

const Row = ({ room, activity, number }: ActivityItemProps & { number: number }) => {
  const t = useTexts('plan')
  const kind = activityKind(activity.goalId)
  const mayChange = useMayChange(room)
  return (
    <ActivityRow
      before={<DropLine kind={kind} label={t('activity.drop', { number })} onDrop={(id) => dropActivity(room, id, activity.id)} />}
      activity={
        <div className={styles.what}>
          {mayChange && <DragHandle kind={kind} id={activity.id} label={t('activity.drag', { number })} />}
          <LiveText
            room={room}
            place={{ in: 'activity', id: activity.id, field: 'what' }}
            look="line"
            label={t('activity.label')}
            hint={t('activity.hint')}
          />
        </div>
      }
      who={<Who room={room} activity={activity} />}
      due={<Due room={room} activity={activity} />}
      state={<State room={room} activity={activity} />}
      details={<Details room={room} activity={activity} number={number} />}
    />
  )
}

/** One activity of a goal: what, which institution, until when, how far; folded away who helps, from when, and what shows that it was done. */
export const ActivityItem = memo(Row, (a, b) => a.room === b.room && a.number === b.number && activityDrawsTheSame(a.activity, b.activity))
