import type { InstitutionId } from '@mreza/contracts-kernel'
import type { ActivityId, GoalId } from '@mreza/contracts-plans'
import {
  activityText,
  addActivity,
  addGoal,
  addIndicator,
  appendParagraphs,
  assignActivity,
  goalText,
  placeGoal,
  proseOf,
  recordParticipation,
  setActivityDue,
  setActivityState,
  setGoalPhase,
  wishesOf,
  withdrawActivity,
} from '@mreza/plan-document'
import * as Y from 'yjs'
import type { Random } from '../random.ts'

const institution = '0190a5b0-0000-7000-8000-000000000001' as InstitutionId
const words = ['home', 'škola', 'повратак', '👩‍👧', '“safe”', 'line one\nline two', 'ß', '𝒳']

const textsIn = (fragment: Y.XmlFragment): Y.XmlText[] =>
  fragment.toArray().flatMap((node) => (node instanceof Y.XmlText ? [node] : node instanceof Y.XmlElement ? textsIn(node) : []))

/** Where a caret can stand in a text: never within a letter of two halves. */
const caretIn = (text: Y.XmlText, random: Random): number => {
  const letters = (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
  const at = random.below(text.length + 1)
  return /[\udc00-\udfff]/u.test(letters.charAt(at)) ? at - 1 : at
}

/** Types, deletes or marks in a text, as the editor does. */
const change = (text: Y.XmlText, random: Random): void => {
  const [from, to] = [caretIn(text, random), caretIn(text, random)].sort((a, b) => a - b)
  const [at = 0, end = 0] = [from, to]
  const kind = random.below(10)
  if (kind < 6 || text.length === 0) text.insert(at, random.pick([...'abcčžш 😀']))
  else if (kind < 8) text.delete(at, Math.min(end - at, 3) === end - at ? end - at : 0)
  else text.format(at, end - at, { strong: random.oneIn(2) ? true : null })
}

/** Changes one of the texts of a fragment; begins one where there are few. */
const type = (fragment: Y.XmlFragment, random: Random): void => {
  const texts = textsIn(fragment)
  if (texts.length < 4) appendParagraphs(fragment, random.pick(words))
  else change(random.pick(texts), random)
}

const anyOf = <T extends string>(doc: Y.Doc, root: string, random: Random): T | null => {
  const ids = [...doc.getMap(root).keys()]
  return ids.length === 0 ? null : (random.pick(ids) as T)
}

const editGoals = (doc: Y.Doc, random: Random): unknown => {
  const goal = anyOf<GoalId>(doc, 'goals', random)
  if (goal === null || random.oneIn(12)) return addGoal(doc, { area: 'area-family', phase: 'crisis', outcome: random.pick(words) })
  return random.pick<() => unknown>([
    () => addActivity(doc, goal, { what: random.pick(words) }),
    () => addIndicator(doc, goal, { text: random.pick(words) }),
    () => setGoalPhase(doc, goal, random.pick(['crisis', 'transition', 'inclusion'])),
    () => placeGoal(doc, goal, { area: random.pick(['area-family', 'area-education']), beforeId: anyOf(doc, 'goals', random) }),
    () => type(goalText(doc, goal) ?? wishesOf(doc), random),
  ])()
}

const editActivities = (doc: Y.Doc, random: Random): unknown => {
  const activity = anyOf<ActivityId>(doc, 'activities', random)
  if (activity === null) return editGoals(doc, random)
  return random.pick<() => unknown>([
    () => assignActivity(doc, activity, random.oneIn(3) ? null : { institutionId: institution, personId: null }),
    () => setActivityDue(doc, activity, random.oneIn(2) ? '2026-12-24' : null),
    () => setActivityState(doc, activity, random.pick(['planned', 'under-way', 'done'])),
    () => withdrawActivity(doc, activity, random.oneIn(2)),
    () => type(activityText(doc, activity) ?? wishesOf(doc), random),
  ])()
}

/** Makes one edit of a plan's core room as its page makes them: mostly typing, sometimes with structure, sometimes undone. */
export const editHonestly = (doc: Y.Doc, undo: Y.UndoManager, random: Random): void => {
  const kind = random.below(20)
  if (kind < 11) type(proseOf(doc, random.pick(['area-family', 'area-education', 'area-return'])), random)
  else if (kind < 13) type(wishesOf(doc), random)
  else if (kind < 15) editGoals(doc, random)
  else if (kind < 18) editActivities(doc, random)
  else if (kind < 19) recordParticipation(doc, random.pick(['took-part', 'declined']))
  else if (random.oneIn(3)) undo.redo()
  else undo.undo()
}

/** What takes the typing of one person back. */
export const undoOf = (doc: Y.Doc): Y.UndoManager =>
  // Each edit for itself: by the clock, all that a test types in half a second would be one, larger than a frame may be.
  new Y.UndoManager([proseOf(doc, 'area-family'), proseOf(doc, 'area-education'), wishesOf(doc)], { captureTimeout: 0 })
