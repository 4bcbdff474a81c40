import { createHash } from 'node:crypto'
import type { PlanRoom } from '@mreza/contracts-plans'
import { rootsOfRoom } from '@mreza/plan-document'
import type * as Y from 'yjs'

/** A word that one edit writes and no other: by whom, and their how manieth edit. */
export const wordOf = (writer: number, edit: number): string => `⟨${writer}.${edit}⟩`

const anyWord = /⟨\d+\.\d+⟩/gu

const inOrder = (value: unknown): unknown => {
  // A bare document takes what ours refuses.
  if (typeof value === 'bigint') return `${value}n`
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]))
}

/** All that a document says, in one form: two documents that say the same are the same string. */
export const canonicalOf = (doc: Y.Doc, room: PlanRoom): string => {
  const roots = rootsOfRoom(room).map(({ name, kind }) => [
    name,
    kind === 'map' ? inOrder(doc.getMap(name).toJSON()) : doc.getXmlFragment(name).toString(),
  ])
  return JSON.stringify(Object.fromEntries(roots))
}

/** SHA-256 of the canonical form. */
export const hashOf = (doc: Y.Doc, room: PlanRoom): string => createHash('sha256').update(canonicalOf(doc, room)).digest('hex')

/** How often each word stands in a document. */
export const wordsIn = (doc: Y.Doc, room: PlanRoom): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const [word] of canonicalOf(doc, room).matchAll(anyWord)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
