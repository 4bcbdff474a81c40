import type { CivilDate, InstitutionId, PersonId } from '@mreza/contracts-kernel'
import type { ActivityId, ActivityState, GoalId, IndicatorId, Participation, PlanArea, PlanPhase } from '@mreza/contracts-plans'
import * as Y from 'yjs'
import { aboutOf, activitiesOf, goalsOf, type Item, indicatorsOf, keys } from './doc.ts'
import { newItemId } from './item-id.ts'
import { appendParagraphs } from './prose.ts'
import { byRank, isRank, rankBetween } from './rank.ts'

/** The origin of every change made here: an undo manager tracks it to undo one's own structured edits. */
export const editOrigin = 'plan-edit'

const change = (doc: Y.Doc, work: () => void) => doc.transact(work, editOrigin)

const textWith = (text: string | undefined): Y.XmlFragment => {
  const fragment = new Y.XmlFragment()
  if (text !== undefined && text !== '') appendParagraphs(fragment, text)
  return fragment
}

const ranked = (items: Y.Map<Item>, belongs: (item: Item) => boolean, rankKey: string, except?: string) =>
  [...items.entries()]
    .filter(([id, item]) => id !== except && item instanceof Y.Map && belongs(item))
    .map(([id, item]) => ({ id, rank: isRank(item.get(rankKey)) ? String(item.get(rankKey)) : '' }))
    .sort(byRank)

const rankAfterAll = (others: { rank: string }[]) => rankBetween(others.at(-1)?.rank ?? null, null)

const rankBefore = (others: { id: string; rank: string }[], beforeId: string | null) => {
  const at = others.findIndex(({ id }) => id === beforeId)
  return at < 0 ? rankAfterAll(others) : rankBetween(others[at - 1]?.rank ?? null, others[at]?.rank ?? null)
}

const set = (doc: Y.Doc, items: Y.Map<Item>, id: string, fields: Record<string, unknown>): boolean => {
  const item = items.get(id)
  if (!(item instanceof Y.Map)) return false
  change(doc, () => {
    for (const [key, value] of Object.entries(fields)) if (item.get(key) !== value) item.set(key, value)
  })
  return true
}

/** Adds a goal at the end of its area. The text may also be written afterwards by an editor bound to `goalText`. */
export const addGoal = (doc: Y.Doc, goal: { area: PlanArea; phase: PlanPhase; outcome?: string }): GoalId => {
  const id = newItemId() as GoalId
  const others = ranked(goalsOf(doc), (item) => item.get(keys.goal.area) === goal.area, keys.goal.rank)
  change(doc, () => {
    const item: Item = new Y.Map()
    item.set(keys.goal.area, goal.area)
    item.set(keys.goal.phase, goal.phase)
    item.set(keys.goal.rank, rankAfterAll(others))
    item.set(keys.goal.outcome, textWith(goal.outcome))
    goalsOf(doc).set(id, item)
  })
  return id
}

/** Puts a goal into an area before another goal, or at the end when `beforeId` is null. False when the goal is not here. */
export const placeGoal = (doc: Y.Doc, id: GoalId, place: { area: PlanArea; beforeId: GoalId | null }): boolean => {
  const others = ranked(goalsOf(doc), (item) => item.get(keys.goal.area) === place.area, keys.goal.rank, id)
  return set(doc, goalsOf(doc), id, { [keys.goal.area]: place.area, [keys.goal.rank]: rankBefore(others, place.beforeId) })
}

/** Moves a goal to a phase. */
export const setGoalPhase = (doc: Y.Doc, id: GoalId, phase: PlanPhase): boolean => set(doc, goalsOf(doc), id, { [keys.goal.phase]: phase })

/** Takes a goal out of the plan, or back in; nothing is lost (PL15). */
export const withdrawGoal = (doc: Y.Doc, id: GoalId, withdrawn = true): boolean =>
  set(doc, goalsOf(doc), id, { [keys.goal.withdrawn]: withdrawn })

/** Adds an indicator to a goal. */
export const addIndicator = (doc: Y.Doc, goalId: GoalId, indicator: { text?: string; target?: string } = {}): IndicatorId => {
  const id = newItemId() as IndicatorId
  change(doc, () => {
    const item: Item = new Y.Map()
    item.set(keys.indicator.goal, goalId)
    item.set(keys.indicator.target, indicator.target ?? '')
    item.set(keys.indicator.text, textWith(indicator.text))
    indicatorsOf(doc).set(id, item)
  })
  return id
}

/** Sets the value aimed at. */
export const setIndicatorTarget = (doc: Y.Doc, id: IndicatorId, target: string): boolean =>
  set(doc, indicatorsOf(doc), id, { [keys.indicator.target]: target })

/** Takes an indicator out, or back in (PL15). */
export const withdrawIndicator = (doc: Y.Doc, id: IndicatorId, withdrawn = true): boolean =>
  set(doc, indicatorsOf(doc), id, { [keys.indicator.withdrawn]: withdrawn })

/** Adds an activity at the end of a goal's activities. */
export const addActivity = (doc: Y.Doc, goalId: GoalId, activity: { what?: string } = {}): ActivityId => {
  const id = newItemId() as ActivityId
  const others = ranked(activitiesOf(doc), (item) => item.get(keys.activity.goal) === goalId, keys.activity.rank)
  change(doc, () => {
    const item: Item = new Y.Map()
    item.set(keys.activity.goal, goalId)
    item.set(keys.activity.state, 'planned')
    item.set(keys.activity.rank, rankAfterAll(others))
    item.set(keys.activity.what, textWith(activity.what))
    activitiesOf(doc).set(id, item)
  })
  return id
}

/** Puts an activity before another of the same goal, or at the end when `beforeId` is null. */
export const placeActivity = (doc: Y.Doc, id: ActivityId, beforeId: ActivityId | null): boolean => {
  const goalId = activitiesOf(doc).get(id)?.get(keys.activity.goal)
  const others = ranked(activitiesOf(doc), (item) => item.get(keys.activity.goal) === goalId, keys.activity.rank, id)
  return set(doc, activitiesOf(doc), id, { [keys.activity.rank]: rankBefore(others, beforeId) })
}

/** Gives an activity to an institution and, if known, to one of its people; null takes it back. */
export const assignActivity = (
  doc: Y.Doc,
  id: ActivityId,
  to: { institutionId: InstitutionId; personId: PersonId | null } | null,
): boolean =>
  set(doc, activitiesOf(doc), id, { [keys.activity.institution]: to?.institutionId ?? null, [keys.activity.person]: to?.personId ?? null })

/** Sets the day until which an activity is to be done; null takes it away. */
export const setActivityDue = (doc: Y.Doc, id: ActivityId, dueOn: CivilDate | null): boolean =>
  set(doc, activitiesOf(doc), id, { [keys.activity.due]: dueOn })

/** Says how far an activity is. */
export const setActivityState = (doc: Y.Doc, id: ActivityId, state: ActivityState): boolean =>
  set(doc, activitiesOf(doc), id, { [keys.activity.state]: state })

/** Takes an activity out, or back in (PL15). */
export const withdrawActivity = (doc: Y.Doc, id: ActivityId, withdrawn = true): boolean =>
  set(doc, activitiesOf(doc), id, { [keys.activity.withdrawn]: withdrawn })

/** Records how the person took part in making the plan; only in the core room. */
export const recordParticipation = (doc: Y.Doc, participation: Participation | null): void =>
  change(doc, () => {
    aboutOf(doc).set(keys.about.participation, participation)
  })
