import { areasOfRoom, type PlanArea } from '@mreza/contracts-plans'
import { placeGoal, setGoalAssessOn, withdrawGoal } from '@mreza/plan-document'
import { Menu, MenuItem, MenuSection, useTexts, useToast } from '@mreza/ui'
import { useDesk, useMayChange } from './desk.ts'
import type { GoalItemProps } from './goal-item.tsx'
import { goalMoved } from './goal-order.ts'
import { MoreButton } from './more-button.tsx'
import { contentOf } from './use-content.ts'

const useActs = ({ room, goal, number }: GoalItemProps) => {
  const t = useTexts('plan')
  const toast = useToast()
  const { onComment } = useDesk()
  const move = (by: 1 | -1) => {
    const place = goalMoved(room, goal, by)
    if (place !== null) placeGoal(room.doc, goal.id, { area: goal.area, beforeId: place.beforeId })
  }
  // The card is not drawn again for each key, so its sentence is read when it is needed.
  const wordsNow = () => contentOf(room).goals.find(({ id }) => id === goal.id)?.outcome ?? ''
  const acts: Record<string, () => void> = {
    up: () => move(-1),
    down: () => move(1),
    comment: () =>
      onComment?.(room.room, {
        place: { in: 'goal', id: goal.id, field: 'outcome' },
        from: null,
        to: null,
        quote: wordsNow().slice(0, 500),
      }),
    noAssess: () => setGoalAssessOn(room.doc, goal.id, null),
    withdraw: () => {
      withdrawGoal(room.doc, goal.id)
      toast({ text: t('goal.withdrawn', { number }), undo: () => withdrawGoal(room.doc, goal.id, false) })
    },
  }
  const toArea = (area: PlanArea) => placeGoal(room.doc, goal.id, { area, beforeId: null })
  return (act: string) => (act.startsWith('area-') ? void toArea(act as PlanArea) : acts[act]?.())
}

const Items = (props: GoalItemProps) => {
  const t = useTexts('plan')
  const { room, goal } = props
  const { onComment } = useDesk()
  const act = useActs(props)
  const mayChange = useMayChange(room)
  const others = areasOfRoom[room.room].filter((area) => area !== goal.area)
  return (
    <Menu aria-label={t('goal.more', { number: props.number })} onAction={(key) => act(String(key))}>
      {onComment !== undefined && <MenuItem id="comment">{t('comment.start')}</MenuItem>}
      {mayChange && goalMoved(room, goal, -1) !== null && <MenuItem id="up">{t('move.up')}</MenuItem>}
      {mayChange && goalMoved(room, goal, 1) !== null && <MenuItem id="down">{t('move.down')}</MenuItem>}
      {mayChange && goal.assessOn !== null && <MenuItem id="noAssess">{t('goal.assess.clear')}</MenuItem>}
      {mayChange && <MenuItem id="withdraw">{t('goal.withdraw')}</MenuItem>}
      {mayChange && others.length > 0 && (
        <MenuSection title={t('move.area')}>
          {others.map((area) => (
            <MenuItem key={area} id={area}>
              {t(`area.${area}`)}
            </MenuItem>
          ))}
        </MenuSection>
      )}
    </Menu>
  )
}

/** What one can do with a goal as a whole. */
export const GoalMenu = (props: GoalItemProps) => {
  const t = useTexts('plan')
  const { onComment } = useDesk()
  const mayChange = useMayChange(props.room)
  if (!mayChange && onComment === undefined) return null
  return (
    <MoreButton label={t('goal.more', { number: props.number })}>
      <Items {...props} />
    </MoreButton>
  )
}
