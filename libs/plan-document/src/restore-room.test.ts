import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { editOrigin } from './changes.ts'
import { proseOf, wishesOf } from './doc.ts'
import * as edits from './edits.ts'
import { appendParagraphs } from './prose.ts'
import { readPlanContent } from './read.ts'
import { restoreRoom } from './restore-room.ts'
import { roomText } from './room-text.ts'

const goal = { area: 'area-education', phase: 'crisis' } as const
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

test('PL22: what a version said comes back as an edit; what came since is withdrawn and not lost', () => {
  const doc = new Y.Doc()
  const old = edits.addGoal(doc, { ...goal, outcome: 'Goes to school' })
  appendParagraphs(wishesOf(doc), 'to see my brother')
  edits.recordParticipation(doc, 'took-part')
  const version = copyOf(doc)
  edits.setGoalPhase(doc, old, 'inclusion')
  edits.withdrawGoal(doc, old)
  wishesOf(doc).delete(0, wishesOf(doc).length)
  appendParagraphs(proseOf(doc, 'area-family'), 'new words')
  const later = edits.addGoal(doc, { ...goal, outcome: 'came later' })
  edits.setReviewOn(doc, '2026-12-01')
  const origins = new Set<unknown>()
  doc.on('afterTransaction', ({ origin }: Y.Transaction) => origins.add(origin))
  restoreRoom(doc, 'core', version)
  const content = readPlanContent(doc, 'core')
  expect(content).toMatchObject({ wishes: 'to see my brother', participation: 'took-part', reviewOn: null, prose: [] })
  expect(content.goals.find(({ id }) => id === old)).toMatchObject({ phase: 'crisis', withdrawn: false })
  expect(content.goals.find(({ id }) => id === later)).toMatchObject({ outcome: 'came later', withdrawn: true })
  expect([...origins]).toEqual([editOrigin])
})

test('PL22: a goal that this document never had comes with all that belongs to it', () => {
  const doc = new Y.Doc()
  const id = edits.addGoal(doc, { ...goal, outcome: 'Goes to school', own: 'I want to finish school' })
  edits.addActivity(doc, id, { what: 'talk to the teacher' })
  const begunAnew = new Y.Doc()
  restoreRoom(begunAnew, 'core', doc)
  expect(roomText(begunAnew, 'core')).toBe(roomText(doc, 'core'))
})

test('PL22: restoring a state twice, or the state that stands, changes nothing', () => {
  const words = fc.array(fc.string({ maxLength: 30 }), { maxLength: 6 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const doc = new Y.Doc()
      for (const line of before) appendParagraphs(proseOf(doc, 'area-family'), line)
      const version = copyOf(doc)
      for (const line of after) appendParagraphs(proseOf(doc, 'area-family'), line)
      restoreRoom(doc, 'core', version)
      const restored = Y.encodeStateVector(doc)
      expect(readPlanContent(doc, 'core').prose).toEqual(readPlanContent(version, 'core').prose)
      restoreRoom(doc, 'core', version)
      expect(Y.encodeStateVector(doc)).toEqual(restored)
    }),
    { seed: 5, numRuns: 50 },
  )
})

test('PL19: what a room says is one text, however it came about', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  const first = edits.addGoal(one, { ...goal, outcome: 'Goes to school' })
  edits.setGoalPhase(one, first, 'inclusion')
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  edits.setGoalPhase(other, first, 'crisis')
  expect(roomText(other, 'core')).not.toBe(roomText(one, 'core'))
  edits.setGoalPhase(other, first, 'inclusion')
  expect(roomText(other, 'core')).toBe(roomText(one, 'core'))
})
