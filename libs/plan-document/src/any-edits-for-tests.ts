import type { InstitutionId } from '@mreza/contracts-kernel'
import type { ActivityId, GoalId, IndicatorId, UnderstandingId } from '@mreza/contracts-plans'
import * as Y from 'yjs'
import { activitiesOf, goalsOf, goalText, indicatorsOf, proseOf, understandingsOf, wishesOf } from './doc.ts'
import * as edits from './edits.ts'
import { newItemId } from './item-id.ts'
import { appendParagraphs } from './prose.ts'
import { addUnderstanding, setUnderstandingDay, withdrawUnderstanding } from './understandings.ts'

/** One person's step on their own copy of a core room; `n` decides on what and to what. It changes nothing where there is nothing to change yet. */
export type AnyEdit = (doc: Y.Doc, n: number) => unknown

const institution = newItemId() as InstitutionId
const pick = <T>(all: Iterable<T>, at: number): T | undefined => [...all][at % Math.max(1, [...all].length)]

const onGoal =
  (work: (doc: Y.Doc, id: GoalId, n: number) => unknown): AnyEdit =>
  (doc, n) => {
    const id = pick(goalsOf(doc).keys(), n) as GoalId | undefined
    return id && work(doc, id, n)
  }
const onActivity =
  (work: (doc: Y.Doc, id: ActivityId, n: number) => unknown): AnyEdit =>
  (doc, n) => {
    const id = pick(activitiesOf(doc).keys(), n) as ActivityId | undefined
    return id && work(doc, id, n)
  }
const onIndicator =
  (work: (doc: Y.Doc, id: IndicatorId, n: number) => unknown): AnyEdit =>
  (doc, n) => {
    const id = pick(indicatorsOf(doc).keys(), n) as IndicatorId | undefined
    return id && work(doc, id, n)
  }
const onUnderstanding =
  (work: (doc: Y.Doc, id: UnderstandingId, n: number) => unknown): AnyEdit =>
  (doc, n) => {
    const id = pick(understandingsOf(doc).keys(), n) as UnderstandingId | undefined
    return id && work(doc, id, n)
  }

const goalBefore = (doc: Y.Doc, n: number) => (pick(goalsOf(doc).keys(), n + 1) ?? null) as GoalId | null
const activityBefore = (doc: Y.Doc, n: number) => (pick(activitiesOf(doc).keys(), n + 1) ?? null) as ActivityId | null

const takeAway = (fragment: Y.XmlFragment, n: number): void => {
  if (fragment.length > 0) fragment.delete(n % fragment.length, 1)
}

/** Steps of every kind that a plan knows, structured and prose. */
export const anyEdits: readonly AnyEdit[] = [
  (doc, n) => edits.addGoal(doc, { area: n % 2 ? 'area-education' : 'area-family', phase: 'crisis', outcome: `goal ${n}` }),
  onGoal((doc, id, n) => edits.addActivity(doc, id, { what: `activity ${n}` })),
  onGoal((doc, id, n) => edits.addIndicator(doc, id, { text: `indicator ${n}`, target: `${n}` })),
  onGoal((doc, id, n) => edits.withdrawGoal(doc, id, n % 3 === 0)),
  onGoal((doc, id, n) => edits.setGoalPhase(doc, id, n % 2 ? 'transition' : 'inclusion')),
  onGoal((doc, id, n) => edits.placeGoal(doc, id, { area: 'area-family', beforeId: goalBefore(doc, n) })),
  onGoal((doc, id, n) => edits.setGoalAssessOn(doc, id, n % 2 ? '2027-01-15' : null)),
  onGoal((doc, id, n) => goalText(doc, id)?.insert(0, [new Y.XmlText(`typed ${n}`)])),
  onActivity((doc, id, n) => edits.assignActivity(doc, id, n % 2 ? { institutionId: institution, personId: null } : null)),
  onActivity((doc, id, n) => edits.supportActivity(doc, id, institution, n % 2 === 0)),
  onActivity((doc, id, n) => edits.placeActivity(doc, id, activityBefore(doc, n))),
  onActivity((doc, id, n) => edits.setActivityStart(doc, id, n % 2 ? '2026-11-30' : null)),
  onActivity((doc, id, n) => edits.setActivityDue(doc, id, n % 2 ? '2026-12-01' : null)),
  onActivity((doc, id, n) => edits.setActivityProof(doc, id, `proof ${n}`)),
  onActivity((doc, id, n) => edits.setActivityState(doc, id, n % 2 ? 'done' : 'under-way')),
  onActivity((doc, id, n) => edits.withdrawActivity(doc, id, n % 2 === 0)),
  onIndicator((doc, id, n) => edits.setIndicatorDetails(doc, id, { target: `target ${n}` })),
  onIndicator((doc, id, n) => edits.withdrawIndicator(doc, id, n % 2 === 0)),
  (doc, n) => addUnderstanding(doc, { text: `understanding ${n}` }),
  onUnderstanding((doc, id, n) => setUnderstandingDay(doc, id, n % 2 ? '2026-11-20' : null)),
  onUnderstanding((doc, id, n) => withdrawUnderstanding(doc, id, n % 2 === 0)),
  (doc, n) => edits.recordParticipation(doc, n % 2 ? 'took-part' : null),
  (doc, n) => edits.setReviewOn(doc, n % 2 ? '2027-02-01' : null),
  (doc, n) => edits.setContactRhythm(doc, n % 2 ? 'weekly' : 'monthly'),
  (doc, n) => appendParagraphs(wishesOf(doc), `wish ${n}`),
  (doc, n) => appendParagraphs(proseOf(doc, 'area-family'), `prose ${n}`),
  (doc, n) => takeAway(proseOf(doc, 'area-family'), n),
]
