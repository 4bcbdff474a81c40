import { addActivity, addIndicator, type Goal, setGoalAssessOn, withdrawActivity, withdrawIndicator } from '@mreza/plan-document'
import { Button, ButtonRow, DateButton, DropLine, Fold, useTexts } from '@mreza/ui'
import { useEditing } from '../editor/editing-context.ts'
import { LiveText } from '../editor/live-text.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import { useDesk, useMayChange } from './desk.ts'
import styles from './document.module.css'
import { useFold } from './folds.ts'
import { activityKind, dropActivity } from './goal-order.ts'
import { placeOf } from './places.ts'
import { soon } from './soon.ts'
import { WithdrawnList } from './withdrawn-list.tsx'

interface FooterProps {
  readonly room: LiveRoom
  readonly goal: Goal
}

const Adding = ({ room, goal }: FooterProps) => {
  const t = useTexts('plan')
  const { editors } = useEditing()
  const indicator = () => {
    const id = addIndicator(room.doc, goal.id)
    soon(() => editors.showText(room, { in: 'indicator', id, field: 'text' }))
  }
  const activity = () => {
    const id = addActivity(room.doc, goal.id)
    soon(() => editors.showText(room, { in: 'activity', id, field: 'what' }))
  }
  return (
    <ButtonRow>
      <span data-place={placeOf.activities(goal.id)}>
        <Button onPress={activity}>{t('activity.add')}</Button>
      </span>
      <span data-place={placeOf.indicators(goal.id)}>
        <Button onPress={indicator}>{t('indicator.add')}</Button>
      </span>
    </ButtonRow>
  )
}

const Further = ({ room, goal }: FooterProps) => {
  const t = useTexts('plan')
  const mayChange = useMayChange(room)
  const gone = [
    ...goal.activities
      .filter(({ withdrawn }) => withdrawn)
      .map(({ id, what }) => ({ id, text: what, back: () => withdrawActivity(room.doc, id, false) })),
    ...goal.indicators
      .filter(({ withdrawn }) => withdrawn)
      .map(({ id, text }) => ({ id, text, back: () => withdrawIndicator(room.doc, id, false) })),
  ]
  return (
    <div className={styles.further}>
      {goal.assessOn !== null && (
        <p>
          {t('goal.assess')}:{' '}
          <DateButton
            label={t('goal.assess')}
            value={goal.assessOn}
            onChange={(day) => setGoalAssessOn(room.doc, goal.id, day)}
            isDisabled={!mayChange}
          />
        </p>
      )}
      <LiveText
        room={room}
        place={{ in: 'goal', id: goal.id, field: 'note' }}
        look="line"
        label={t('goal.note')}
        hint={t('goal.note.hint')}
      />
      <WithdrawnList items={gone} mayChange={mayChange} />
    </div>
  )
}

/** What stands under a goal: what can be added, and folded away its note, the day of assessment, and what was withdrawn from it. */
export const GoalFooter = ({ room, goal }: FooterProps) => {
  const t = useTexts('plan')
  const { folds } = useDesk()
  const fold = useFold(folds, goal.id)
  const mayChange = useMayChange(room)
  const gone = [...goal.activities, ...goal.indicators].filter(({ withdrawn }) => withdrawn).length
  return (
    <>
      <DropLine kind={activityKind(goal.id)} label={t('activity.drop.end')} onDrop={(id) => dropActivity(room, id, null)} />
      {mayChange && <Adding room={room} goal={goal} />}
      <Fold title={gone === 0 ? t('goal.further') : t('goal.further.withdrawn', { count: gone })} {...fold}>
        <Further room={room} goal={goal} />
      </Fold>
    </>
  )
}
