import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { goalText, proseOf } from './doc.ts'
import * as edits from './edits.ts'
import { appendParagraphs } from './prose.ts'
import { PlanReader, readPlanContent } from './read.ts'
import { addUnderstanding } from './understandings.ts'

const education = { area: 'area-education', phase: 'crisis' } as const

/** Types, or proposes to, into the first text in a block. */
const typeInto = (block: Y.XmlElement, n: number): void => {
  const [first] = block.toArray()
  if (first instanceof Y.XmlElement) typeInto(first, n)
  else if (first instanceof Y.XmlText)
    first.insert(0, n % 2 === 0 ? '\u200b' : `typed ${n}`, n % 3 === 0 ? { insertion: { id: `${n}` } } : {})
}

test('a reader that follows says what one who reads anew would say', () => {
  const steps: readonly ((doc: Y.Doc, n: number) => unknown)[] = [
    (doc, n) => edits.addGoal(doc, { ...education, outcome: `goal ${n}` }),
    (doc, n) => appendParagraphs(proseOf(doc, 'area-family'), `prose ${n}`),
    (doc, n) => addUnderstanding(doc, { text: `point ${n}` }),
    (doc, n) => {
      const prose = proseOf(doc, 'area-family')
      const block = prose.length === 0 ? undefined : prose.get(n % prose.length)
      if (!(block instanceof Y.XmlElement)) return
      if (n % 5 === 0) prose.delete(n % prose.length, 1)
      else if (n % 5 === 1) {
        const list = new Y.XmlElement('bulletList')
        const item = new Y.XmlElement('listItem')
        item.insert(0, [new Y.XmlText(`item ${n}`)])
        list.insert(0, [item])
        prose.insert(n % prose.length, [list])
      } else typeInto(block, n)
    },
    (doc, n) => edits.setReviewOn(doc, n % 2 === 0 ? '2026-12-01' : null),
    (doc, n) => {
      const goals = readPlanContent(doc, 'core').goals
      const goal = goals[n % Math.max(1, goals.length)]
      if (goal === undefined) return
      if (n % 4 === 0) edits.withdrawGoal(doc, goal.id, n % 8 === 0)
      else if (n % 4 === 1) edits.placeGoal(doc, goal.id, { area: 'area-family', beforeId: goals[0]?.id ?? null })
      else if (n % 4 === 2) edits.addActivity(doc, goal.id, { what: `activity ${n}` })
      else goalText(doc, goal.id)?.insert(0, [new Y.XmlText(`typed ${n}`)])
    },
  ]
  const history = fc.array(fc.tuple(fc.nat(steps.length - 1), fc.nat(1_000)), { maxLength: 60 })
  fc.assert(
    fc.property(history, (made) => {
      const doc = new Y.Doc()
      const reader = new PlanReader(doc, 'core')
      for (const [step, n] of made) {
        reader.content()
        steps[step]?.(doc, n)
        expect(reader.content()).toEqual(readPlanContent(doc, 'core'))
      }
    }),
    { seed: 11, numRuns: 60 },
  )
})

test('what did not change keeps its identity, so that a page need not draw it again', () => {
  const doc = new Y.Doc()
  const [first, second] = [edits.addGoal(doc, { ...education, outcome: 'a' }), edits.addGoal(doc, { ...education, outcome: 'b' })]
  const reader = new PlanReader(doc, 'core')
  let told = 0
  const end = reader.subscribe(() => {
    told += 1
  })
  const before = reader.content()
  edits.addActivity(doc, second, { what: 'talk' })
  const after = reader.content()
  expect(told).toBeGreaterThan(0)
  expect(after).not.toBe(before)
  expect(after.goals[0]).toBe(before.goals[0])
  expect(after.goals[1]).not.toBe(before.goals[1])
  expect(after.goals[0]?.id).toBe(first)
  appendParagraphs(proseOf(doc, 'area-family'), 'words')
  expect(reader.content().goals).toBe(after.goals)
  expect(reader.content()).toBe(reader.content())
  end()
  reader.stop()
})
