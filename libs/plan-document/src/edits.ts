import type { CivilDate, InstitutionId, PersonId } from '@mreza/contracts-kernel'
import type {
  ActivityId,
  ActivityState,
  ContactRhythm,
  GoalId,
  IndicatorId,
  Participation,
  PlanArea,
  PlanPhase,
} from '@mreza/contracts-plans'
import * as Y from 'yjs'
import { change, rankAfterAll, rankBefore, ranked, setFields, textWith } from './changes.ts'
import { aboutOf, activitiesOf, goalsOf, type Item, indicatorsOf, keys, supportKey } from './doc.ts'
import { newItemId } from './item-id.ts'

/** Adds a goal at the end of its area. The text may also be written afterwards by an editor bound to `goalText`. */
export const addGoal = (doc: Y.Doc, goal: { area: PlanArea; phase: PlanPhase; outcome?: string; own?: string }): GoalId => {
  const id = newItemId() as GoalId
  const others = ranked(goalsOf(doc), (item) => item.get(keys.goal.area) === goal.area, keys.goal.rank)
  change(doc, () => {
    const item: Item = new Y.Map()
    item.set(keys.goal.area, goal.area)
    item.set(keys.goal.phase, goal.phase)
    item.set(keys.goal.rank, rankAfterAll(others))
    item.set(keys.goal.outcome, textWith(goal.outcome))
    item.set(keys.goal.own, textWith(goal.own))
    item.set(keys.goal.note, textWith())
    goalsOf(doc).set(id, item)
  })
  return id
}

/** Puts a goal into an area before another goal, or at the end when `beforeId` is null. False when the goal is not here. */
export const placeGoal = (doc: Y.Doc, id: GoalId, place: { area: PlanArea; beforeId: GoalId | null }): boolean => {
  const others = ranked(goalsOf(doc), (item) => item.get(keys.goal.area) === place.area, keys.goal.rank, id)
  return setFields(doc, goalsOf(doc), id, { [keys.goal.area]: place.area, [keys.goal.rank]: rankBefore(others, place.beforeId) })
}

/** Moves a goal to a phase. */
export const setGoalPhase = (doc: Y.Doc, id: GoalId, phase: PlanPhase): boolean =>
  setFields(doc, goalsOf(doc), id, { [keys.goal.phase]: phase })

/** Sets the day until which it is assessed with the person whether the goal was reached. */
export const setGoalAssessOn = (doc: Y.Doc, id: GoalId, assessOn: CivilDate | null): boolean =>
  setFields(doc, goalsOf(doc), id, { [keys.goal.assess]: assessOn })

/** Takes a goal out of the plan, or back in; nothing is lost (PL15). */
export const withdrawGoal = (doc: Y.Doc, id: GoalId, withdrawn = true): boolean =>
  setFields(doc, goalsOf(doc), id, { [keys.goal.withdrawn]: withdrawn })

/** How it stands now, the value aimed at, what is measured, and how one checks: a line each. */
export interface IndicatorDetails {
  readonly baseline: string
  readonly target: string
  readonly measure: string
  readonly check: string
}

/** Adds an indicator to a goal. */
export const addIndicator = (
  doc: Y.Doc,
  goalId: GoalId,
  { text, ...details }: { text?: string } & Partial<IndicatorDetails> = {},
): IndicatorId => {
  const id = newItemId() as IndicatorId
  change(doc, () => {
    const item: Item = new Y.Map()
    item.set(keys.indicator.goal, goalId)
    for (const [key, value] of Object.entries(details)) item.set(key, value)
    item.set(keys.indicator.text, textWith(text))
    indicatorsOf(doc).set(id, item)
  })
  return id
}

/** Sets lines of an indicator; those not given stay. */
export const setIndicatorDetails = (doc: Y.Doc, id: IndicatorId, details: Partial<IndicatorDetails>): boolean =>
  setFields(doc, indicatorsOf(doc), id, details)

/** Takes an indicator out, or back in (PL15). */
export const withdrawIndicator = (doc: Y.Doc, id: IndicatorId, withdrawn = true): boolean =>
  setFields(doc, indicatorsOf(doc), id, { [keys.indicator.withdrawn]: withdrawn })

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
  return setFields(doc, activitiesOf(doc), id, { [keys.activity.rank]: rankBefore(others, beforeId) })
}

/** Gives an activity to an institution and, if known, to one of its people; null takes it back. */
export const assignActivity = (
  doc: Y.Doc,
  id: ActivityId,
  to: { institutionId: InstitutionId; personId: PersonId | null } | null,
): boolean =>
  setFields(doc, activitiesOf(doc), id, {
    [keys.activity.institution]: to?.institutionId ?? null,
    [keys.activity.person]: to?.personId ?? null,
  })

/** Sets the day until which an activity is to be done; null takes it away. */
export const setActivityDue = (doc: Y.Doc, id: ActivityId, dueOn: CivilDate | null): boolean =>
  setFields(doc, activitiesOf(doc), id, { [keys.activity.due]: dueOn })

/** Sets the day from which an activity runs; null takes it away. */
export const setActivityStart = (doc: Y.Doc, id: ActivityId, startsOn: CivilDate | null): boolean =>
  setFields(doc, activitiesOf(doc), id, { [keys.activity.starts]: startsOn })

/** Says what shows that an activity was done. */
export const setActivityProof = (doc: Y.Doc, id: ActivityId, proof: string): boolean =>
  setFields(doc, activitiesOf(doc), id, { [keys.activity.proof]: proof })

/** Names an institution that supports an activity, or no longer. */
export const supportActivity = (doc: Y.Doc, id: ActivityId, institutionId: InstitutionId, supports: boolean): boolean =>
  setFields(doc, activitiesOf(doc), id, { [supportKey(institutionId)]: supports })

/** Says how far an activity is. */
export const setActivityState = (doc: Y.Doc, id: ActivityId, state: ActivityState): boolean =>
  setFields(doc, activitiesOf(doc), id, { [keys.activity.state]: state })

/** Takes an activity out, or back in (PL15). */
export const withdrawActivity = (doc: Y.Doc, id: ActivityId, withdrawn = true): boolean =>
  setFields(doc, activitiesOf(doc), id, { [keys.activity.withdrawn]: withdrawn })

/** Records how the person took part in making the plan; only in the core room. */
export const recordParticipation = (doc: Y.Doc, participation: Participation | null): void =>
  change(doc, () => {
    aboutOf(doc).set(keys.about.participation, participation)
  })

/** Sets the day of the next look at the plan; only in the core room. */
export const setReviewOn = (doc: Y.Doc, reviewOn: CivilDate | null): void =>
  change(doc, () => {
    aboutOf(doc).set(keys.about.review, reviewOn)
  })

/** Sets how often the person is contacted; only in the core room. */
export const setContactRhythm = (doc: Y.Doc, contact: ContactRhythm | null): void =>
  change(doc, () => {
    aboutOf(doc).set(keys.about.contact, contact)
  })
