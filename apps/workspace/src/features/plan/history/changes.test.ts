import type { InstitutionId } from '@mreza/contracts-kernel'
import { addActivity, addGoal, assignActivity, placeGoal, readPlanContent, setActivityDue, withdrawGoal } from '@mreza/plan-document'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changesBetween } from './changes.ts'

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

const school = '01900000-0000-7000-8000-00000000000a' as InstitutionId

const written = () => {
  const doc = new Y.Doc()
  const first = addGoal(doc, { area: 'area-education', phase: 'crisis', outcome: 'She comes to school.' })
  const second = addGoal(doc, { area: 'area-education', phase: 'crisis', outcome: 'She has a friend there.' })
  const activity = addActivity(doc, first, { what: 'Books' })
  setActivityDue(doc, activity, '2026-03-27')
  return { doc, first, second, activity }
}

const between = (was: Y.Doc, now: Y.Doc) => changesBetween(readPlanContent(was, 'core'), readPlanContent(now, 'core'))

test('two equal states differ in nothing', () => {
  const { doc } = written()
  expect(between(copyOf(doc), doc)).toEqual([])
})

test('a moved day and a new party are told with both values', () => {
  const { doc, activity } = written()
  const was = copyOf(doc)
  setActivityDue(doc, activity, '2026-04-02')
  assignActivity(doc, activity, { institutionId: school, personId: null })
  expect(between(was, doc)).toEqual([
    { kind: 'fact', about: 'Books', change: { fact: 'responsible', was: null, now: school } },
    { kind: 'fact', about: 'Books', change: { fact: 'due', was: '2026-03-27', now: '2026-04-02' } },
  ])
})

test('what came, what was withdrawn and what changed its place are told apart', () => {
  const { doc, first, second } = written()
  const was = copyOf(doc)
  placeGoal(doc, second, { area: 'area-education', beforeId: first })
  addGoal(doc, { area: 'area-education', phase: 'crisis', outcome: 'She can read.' })
  expect(between(was, doc)).toEqual([
    { kind: 'item', item: 'goal', standing: 'moved', about: 'She has a friend there.' },
    { kind: 'item', item: 'goal', standing: 'added', about: 'She can read.' },
  ])
  withdrawGoal(doc, first)
  expect(between(was, doc).at(-1)).toEqual({ kind: 'item', item: 'goal', standing: 'withdrawn', about: 'She comes to school.' })
})
