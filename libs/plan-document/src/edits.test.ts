import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { activitiesOf, goalsOf, textAt } from './doc.ts'
import { addActivity, addGoal, placeGoal, withdrawGoal } from './edits.ts'
import { byRank, rankBetween } from './rank.ts'
import { readPlanContent } from './read.ts'
import { upgradeDocument, versionOf } from './upgrades.ts'
import { planDocumentVersion } from './version.ts'

const goal = { area: 'area-education', phase: 'crisis' } as const
const outcomes = (doc: Y.Doc) => readPlanContent(doc, 'core').goals.map(({ outcome }) => outcome)

test('a goal is placed before another, and at the end of its area', () => {
  const doc = new Y.Doc()
  const [a, b, c] = ['a', 'b', 'c'].map((outcome) => addGoal(doc, { ...goal, outcome }))
  expect(outcomes(doc)).toEqual(['a', 'b', 'c'])
  if (a === undefined || b === undefined || c === undefined) throw new Error('three goals')
  placeGoal(doc, c, { area: goal.area, beforeId: b })
  expect(outcomes(doc)).toEqual(['a', 'c', 'b'])
  placeGoal(doc, a, { area: goal.area, beforeId: null })
  expect(outcomes(doc)).toEqual(['c', 'b', 'a'])
})

test('PL15: a withdrawn goal keeps what a colleague writes meanwhile', () => {
  const mine = new Y.Doc()
  const id = addGoal(mine, { ...goal, outcome: 'back to school' })
  const theirs = new Y.Doc()
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
  withdrawGoal(mine, id)
  addActivity(theirs, id, { what: 'talk to the teacher' })
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
  const [read] = readPlanContent(mine, 'core').goals
  expect(read).toMatchObject({ withdrawn: true, outcome: 'back to school', activities: [{ what: 'talk to the teacher' }] })
})

test('an entry of the wrong shape is left out and hides nothing else', () => {
  const doc = new Y.Doc()
  const id = addGoal(doc, { ...goal, outcome: 'kept' })
  goalsOf(doc).set('not-an-id', new Y.Map())
  ;(goalsOf(doc) as Y.Map<unknown>).set('0', 'text instead of a map')
  const activity = addActivity(doc, id)
  activitiesOf(doc).get(activity)?.set('due', 'tomorrow')
  expect(readPlanContent(doc, 'core').goals).toMatchObject([{ outcome: 'kept', activities: [] }])
})

test('a rank between two always sorts between them, however often one goes there', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { maxLength: 200 }), (places) => {
      const ranks: string[] = []
      for (const n of places) {
        const at = n % (ranks.length + 1)
        ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null))
      }
      const sorted = ranks.map((rank, n) => ({ rank, id: `${n}` })).sort(byRank)
      expect(sorted.map(({ rank }) => rank)).toEqual(ranks)
      expect(new Set(ranks).size).toBe(ranks.length)
    }),
    { seed: 7 },
  )
})

test('PL10: an upgrade runs once, and a document newer than the code is not touched', () => {
  const doc = new Y.Doc()
  const steps = [(old: Y.Doc) => old.getMap('about').set('upgraded', true)]
  expect(upgradeDocument(doc, steps)).toBe(true)
  expect(upgradeDocument(doc, steps)).toBe(false)
  expect(versionOf(doc)).toBe(2)
  expect(() => upgradeDocument(doc, [])).toThrow(/newer/)
})

test('PL10: a goal of the first version gets room for the words of the person and a note, once', () => {
  const doc = new Y.Doc()
  const id = addGoal(doc, goal)
  goalsOf(doc).get(id)?.delete('own')
  goalsOf(doc).get(id)?.delete('note')
  expect(textAt(doc, { in: 'goal', id, field: 'own' })).toBeUndefined()
  expect(upgradeDocument(doc)).toBe(true)
  expect(upgradeDocument(doc)).toBe(false)
  expect(textAt(doc, { in: 'goal', id, field: 'own' })?.length).toBe(0)
  expect(versionOf(doc)).toBe(planDocumentVersion)
})
