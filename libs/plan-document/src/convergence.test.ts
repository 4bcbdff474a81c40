import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { anyEdits } from './any-edits-for-tests.ts'
import { PlanContent } from './plan.ts'
import { readPlanContent } from './read.ts'

interface Delivery {
  readonly to: number
  readonly update: Uint8Array
}

const history = fc.record({
  edits: fc.array(fc.record({ by: fc.nat(4), step: fc.nat(anyEdits.length - 1), n: fc.nat(1_000) }), { minLength: 5, maxLength: 80 }),
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
        if (doc !== undefined) anyEdits[step]?.(doc, n)
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
