import type { PlanArea } from '@mreza/contracts-plans'
import { addGoal, type Goal, withdrawGoal } from '@mreza/plan-document'
import { Button, ButtonRow, DropLine, Fold, Menu, MenuItem, MenuTrigger, useTexts } from '@mreza/ui'
import { type ReactNode, useSyncExternalStore } from 'react'
import { useEditing } from '../editor/editing-context.ts'
import { LiveText } from '../editor/live-text.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import { useRoomState } from '../live/use-live-plan.ts'
import { useDesk, useMayChange } from './desk.ts'
import styles from './document.module.css'
import { goalsDrawTheSame } from './draws-the-same.ts'
import { useFold } from './folds.ts'
import { GoalItem } from './goal-item.tsx'
import { dropGoal, goalKind } from './goal-order.ts'
import type { PlanSection } from './plan-sections.ts'
import { RoomClosed } from './room-closed.tsx'
import { SafetyPlan } from './safety-plan.tsx'
import { soon } from './soon.ts'
import { useContent } from './use-content.ts'
import { WithdrawnList } from './withdrawn-list.tsx'

interface SectionProps {
  readonly section: PlanSection
  readonly room: LiveRoom
}

/** The fold under which an area of a section is shown before anything stands in it. */
export const areaFold = (area: PlanArea) => `area/${area}`

/** The first area of a section always shows; the others once something stands in them or somebody wants to write there. */
const useShownAreas = ({ section, room }: SectionProps): readonly PlanArea[] => {
  const [first, ...others] = section.areas
  const written = useContent(room, ({ prose, goals }) =>
    others
      .filter((area) => prose.some(({ place }) => place === area) || goals.some((goal) => goal.area === area && !goal.withdrawn))
      .join(),
  )
  const { folds } = useDesk()
  const asked = useSyncExternalStore(folds.subscribe, () => section.areas.filter((area) => folds.isOpen(areaFold(area))).join())
  const shown = new Set([...asked.split(','), ...written.split(',')])
  return [first, ...others.filter((area) => shown.has(area))]
}

const Also = ({ room, areas }: { room: LiveRoom; areas: readonly PlanArea[] }) => {
  const t = useTexts('plan')
  const { folds } = useDesk()
  const { editors } = useEditing()
  const write = (area: PlanArea) => {
    folds.set(areaFold(area), true)
    soon(() => editors.showText(room, { in: 'prose', place: area }))
  }
  if (areas.length === 0) return null
  return (
    <MenuTrigger>
      <Button kind="link">{t('area.also')}</Button>
      <Menu aria-label={t('area.also')} onAction={(key) => write(key as PlanArea)}>
        {areas.map((area) => (
          <MenuItem key={area} id={area}>
            {t(`area.${area}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}

const AddGoal = ({ room, area, children }: { room: LiveRoom; area: PlanArea; children?: ReactNode }) => {
  const t = useTexts('plan')
  const { editors } = useEditing()
  const add = () => {
    const id = addGoal(room.doc, { area, phase: 'crisis' })
    soon(() => editors.showText(room, { in: 'goal', id, field: 'outcome' }))
  }
  return (
    <div className={styles.add}>
      <DropLine kind={goalKind(room)} label={t('goal.drop.end')} onDrop={(id) => dropGoal(room, id, area, null)} />
      <ButtonRow>
        <Button kind="link" onPress={add}>
          {t('goal.add')}
        </Button>
        {children}
      </ButtonRow>
    </div>
  )
}

const Withdrawn = ({ room, goals, section }: SectionProps & { goals: readonly Goal[] }) => {
  const t = useTexts('plan')
  const { folds } = useDesk()
  const mayChange = useMayChange(room)
  const fold = useFold(folds, `withdrawn/${section.id}`)
  const items = goals.map(({ id, outcome }) => ({ id, text: outcome, back: () => withdrawGoal(room.doc, id, false) }))
  if (goals.length === 0) return null
  return (
    <Fold title={t('goals.withdrawn', { count: goals.length })} {...fold}>
      <WithdrawnList items={items} mayChange={mayChange} />
    </Fold>
  )
}

interface BlockProps extends SectionProps {
  readonly area: PlanArea
  readonly goals: readonly Goal[]
  /** How many goals of the section stand above. */
  readonly above: number
}

const AreaBlock = ({ section, room, area, goals, above }: BlockProps) => {
  const t = useTexts('plan')
  const isFirst = area === section.areas[0]
  const name = isFirst ? t(`section.${section.id}`) : t(`area.${area}`)
  return (
    <div id={area}>
      {!isFirst && <h3 className={styles.area}>{name}</h3>}
      <LiveText
        room={room}
        place={{ in: 'prose', place: area }}
        look="prose"
        label={t('prose.label', { section: name })}
        hint={t('prose.hint')}
      />
      {area === 'area-safety' && <SafetyPlan room={room} />}
      {goals.map((goal, at) => (
        <GoalItem key={goal.id} room={room} goal={goal} number={above + at + 1} />
      ))}
    </div>
  )
}

const Body = ({ section, room }: SectionProps) => {
  const goals = useContent(room, (content) => content.goals.filter(({ area }) => section.areas.includes(area)), goalsDrawTheSame)
  const areas = useShownAreas({ section, room })
  const mayChange = useMayChange(room)
  const of = (area: PlanArea) => goals.filter((goal) => goal.area === area && !goal.withdrawn)
  const last = areas.at(-1) ?? section.areas[0]
  let above = 0
  return (
    <>
      {areas.map((area) => {
        const own = of(area)
        const block = <AreaBlock key={area} section={section} room={room} area={area} goals={own} above={above} />
        above += own.length
        return block
      })}
      {mayChange && (
        <AddGoal room={room} area={last}>
          <Also room={room} areas={section.areas.filter((area) => !areas.includes(area))} />
        </AddGoal>
      )}
      <Withdrawn section={section} room={room} goals={goals.filter((goal) => goal.withdrawn)} />
    </>
  )
}

/** Need areas that belong together: free prose, then goals as cards in the flow of the text. */
export const AreaSection = ({ section, room }: SectionProps) => {
  const t = useTexts('plan')
  const state = useRoomState(room)
  return (
    <section aria-labelledby={section.id}>
      <h2 id={section.id}>{t(`section.${section.id}`)}</h2>
      <RoomClosed state={state} />
      {state.here && state.line !== 'over' && <Body section={section} room={room} />}
    </section>
  )
}
