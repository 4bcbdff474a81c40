import type { InstitutionId } from '@mreza/contracts-kernel'
import type { ActivityId, GoalId, IndicatorId } from '@mreza/contracts-plans'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { activitiesOf, goalsOf, goalText, indicatorsOf, proseOf } from './doc.ts'
import * as edits from './edits.ts'
import { newItemId } from './item-id.ts'
import { PlanContent } from './plan.ts'
import { appendParagraphs } from './prose.ts'
import { readPlanContent } from './read.ts'

const institution = newItemId() as InstitutionId
const pick = <T>(all: Iterable<T>, at: number): T | undefined => [...all][at % Math.max(1, [...all].length)]

/** One person's step on their own copy; `n` decides on what. */
const steps: readonly ((doc: Y.Doc, n: number) => unknown)[] = [
  (doc, n) => edits.addGoal(doc, { area: n % 2 ? 'area-education' : 'area-family', phase: 'crisis', outcome: `goal ${n}` }),
  (doc, n) => withGoal(doc, n, (id) => edits.addActivity(doc, id, { what: `activity ${n}` })),
  (doc, n) => withGoal(doc, n, (id) => edits.addIndicator(doc, id, { text: `indicator ${n}`, target: `${n}` })),
  (doc, n) => withGoal(doc, n, (id) => edits.withdrawGoal(doc, id, n % 3 === 0)),
  (doc, n) => withGoal(doc, n, (id) => edits.setGoalPhase(doc, id, n % 2 ? 'transition' : 'inclusion')),
  (doc, n) =>
    withGoal(doc, n, (id) =>
      edits.placeGoal(doc, id, { area: 'area-family', beforeId: (pick(goalsOf(doc).keys(), n + 1) ?? null) as GoalId | null }),
    ),
  (doc, n) => withGoal(doc, n, (id) => goalText(doc, id)?.insert(0, [new Y.XmlText(`typed ${n}`)])),
  (doc, n) => withActivity(doc, n, (id) => edits.assignActivity(doc, id, n % 2 ? { institutionId: institution, personId: null } : null)),
  (doc, n) => withActivity(doc, n, (id) => edits.setActivityDue(doc, id, n % 2 ? '2026-12-01' : null)),
  (doc, n) => withActivity(doc, n, (id) => edits.setActivityState(doc, id, n % 2 ? 'done' : 'under-way')),
  (doc, n) => withActivity(doc, n, (id) => edits.withdrawActivity(doc, id)),
  (doc, n) => {
    const id = pick(indicatorsOf(doc).keys(), n) as IndicatorId | undefined
    return id && edits.setIndicatorDetails(doc, id, { target: `target ${n}` })
  },
  (doc) => edits.recordParticipation(doc, 'took-part'),
  (doc, n) => appendParagraphs(proseOf(doc, 'area-family'), `prose ${n}`),
]
const withGoal = (doc: Y.Doc, n: number, work: (id: GoalId) => unknown) => {
  const id = pick(goalsOf(doc).keys(), n) as GoalId | undefined
  return id && work(id)
}
const withActivity = (doc: Y.Doc, n: number, work: (id: ActivityId) => unknown) => {
  const id = pick(activitiesOf(doc).keys(), n) as ActivityId | undefined
  return id && work(id)
}

interface Delivery {
  readonly to: number
  readonly update: Uint8Array
}

const history = fc.record({
  edits: fc.array(fc.record({ by: fc.nat(4), step: fc.nat(steps.length - 1), n: fc.nat(1_000) }), { minLength: 5, maxLength: 80 }),
  fate: fc.infiniteStream(fc.constantFrom('deliver', 'deliver', 'drop', 'twice', 'late')),
})

const deliver = (docs: Y.Doc[], { to, update }: Delivery) => {
  const doc = docs[to]
  if (doc !== undefined) Y.applyUpdate(doc, update, 'remote')
}

test('PL15 T26: five people edit at random, frames are lost, doubled and reordered, and all read the same valid plan', () => {
  fc.assert(
    fc.property(history, ({ edits: chosen, fate }) => {
      const late: Delivery[] = []
      const docs = Array.from({ length: 5 }, () => new Y.Doc())
      docs.forEach((doc, from) => {
        doc.on('update', (update: Uint8Array, origin: unknown) => {
          if (origin === 'remote') return
          for (let to = 0; to < docs.length; to += 1) {
            if (to === from) continue
            const what = fate.next().value
            if (what === 'late') late.unshift({ to, update })
            else if (what !== 'drop') deliver(docs, { to, update })
            if (what === 'twice') deliver(docs, { to, update })
          }
        })
      })
      for (const { by, step, n } of chosen) {
        const doc = docs[by]
        if (doc !== undefined) steps[step]?.(doc, n)
      }
      for (const delivery of late) deliver(docs, delivery)
      const merged = new Y.Doc()
      for (const doc of docs) Y.applyUpdate(merged, Y.encodeStateAsUpdate(doc), 'remote')
      for (const doc of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(merged), 'remote')
      const plan = readPlanContent(merged, 'core')
      expect(PlanContent.safeParse(plan).success).toBe(true)
      for (const doc of docs) expect(readPlanContent(doc, 'core')).toEqual(plan)
      expect(merged.store.pendingStructs).toBeNull()
    }),
    { numRuns: 150, seed: 20_261_121 },
  )
})
