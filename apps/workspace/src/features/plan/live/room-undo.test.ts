import {
  activityText,
  addActivity,
  addGoal,
  editOrigin,
  goalText,
  proseOf,
  readPlanContent,
  setActivityDue,
  setGoalPhase,
} from '@mreza/plan-document'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { undoOf } from './room-undo.ts'

let vera: Y.Doc
let sava: Y.Doc
let undo: Y.UndoManager

beforeEach(() => {
  vera = new Y.Doc()
  sava = new Y.Doc()
  undo = undoOf(vera)
  undo.addTrackedOrigin(ySyncPluginKey)
})

const meet = () => {
  Y.applyUpdate(sava, Y.encodeStateAsUpdate(vera), 'line')
  Y.applyUpdate(vera, Y.encodeStateAsUpdate(sava), 'line')
}
/** Types a paragraph, as an editor does. */
const type = (doc: Y.Doc, fragment: Y.XmlFragment | undefined, words: string) =>
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    fragment?.insert(fragment.length, [paragraph])
  }, ySyncPluginKey)
const goals = (doc: Y.Doc) => readPlanContent(doc, 'core').goals

test('takes back words and fields in the order in which one did them, in whatever text', () => {
  const goal = addGoal(vera, { area: 'area-family', phase: 'crisis' })
  undo.stopCapturing()
  type(vera, goalText(vera, goal), 'Ima gde da spava.')
  undo.stopCapturing()
  setGoalPhase(vera, goal, 'transition')
  undo.undo()
  expect(goals(vera)).toMatchObject([{ phase: 'crisis', outcome: 'Ima gde da spava.' }])
  undo.undo()
  expect(goals(vera)).toMatchObject([{ outcome: '' }])
  undo.undo()
  expect(goals(vera)).toEqual([])
  undo.redo()
  undo.redo()
  expect(goals(vera)).toMatchObject([{ outcome: 'Ima gde da spava.' }])
})

test('leaves what a colleague wrote into one’s own paragraph', () => {
  const prose = proseOf(vera, 'area-family')
  type(vera, prose, 'Prvo.')
  meet()
  const [paragraph] = proseOf(sava, 'area-family').toArray()
  if (paragraph instanceof Y.XmlElement) (paragraph.get(0) as Y.XmlText).insert(5, ' Drugo.')
  meet()
  undo.undo()
  expect(prose.toString()).toBe('<paragraph> Drugo.</paragraph>')
})

test('a goal in which a colleague has written stays when its maker takes it back (PL15)', () => {
  const goal = addGoal(vera, { area: 'area-family', phase: 'crisis' })
  meet()
  type(sava, goalText(sava, goal), 'Viđa sestru.')
  meet()
  undo.undo()
  meet()
  expect(goals(sava)).toMatchObject([{ outcome: 'Viđa sestru.', withdrawn: false }])
})

test('a day can be taken back though a colleague has written in the activity', () => {
  const activity = addActivity(vera, addGoal(vera, { area: 'area-family', phase: 'crisis' }))
  meet()
  type(sava, activityText(sava, activity), 'Nazvati školu.')
  meet()
  undo.stopCapturing()
  setActivityDue(vera, activity, '2026-04-02' as never)
  undo.undo()
  expect(goals(vera)).toMatchObject([{ activities: [{ dueOn: null, what: 'Nazvati školu.' }] }])
})

test('what others do is never taken back', () => {
  sava.transact(() => undefined, editOrigin)
  addGoal(sava, { area: 'area-family', phase: 'crisis' })
  meet()
  undo.undo()
  expect(goals(vera)).toHaveLength(1)
})
