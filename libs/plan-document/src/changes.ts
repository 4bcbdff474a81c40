import * as Y from 'yjs'
import type { Item } from './doc.ts'
import { appendParagraphs } from './prose.ts'
import { byRank, isRank, rankBetween } from './rank.ts'

/** The origin of every change made by a named edit: an undo manager tracks it to undo one's own structured edits. */
export const editOrigin = 'plan-edit'

/** Runs a change as one transaction with {@link editOrigin}. */
export const change = (doc: Y.Doc, work: () => void): void => doc.transact(work, editOrigin)

/** A new text with these words. */
export const textWith = (text?: string): Y.XmlFragment => {
  const fragment = new Y.XmlFragment()
  if (text !== undefined && text !== '') appendParagraphs(fragment, text)
  return fragment
}

interface Ranked {
  readonly id: string
  readonly rank: string
}

/** The entries of a map that belong together, in their order. */
export const ranked = (items: Y.Map<Item>, belongs: (item: Item) => boolean, rankKey: string, except?: string): Ranked[] =>
  [...items.entries()]
    .filter(([id, item]) => id !== except && item instanceof Y.Map && belongs(item))
    .map(([id, item]) => ({ id, rank: isRank(item.get(rankKey)) ? String(item.get(rankKey)) : '' }))
    .sort(byRank)

/** The rank of one more at the end. */
export const rankAfterAll = (others: readonly Ranked[]): string => rankBetween(others.at(-1)?.rank ?? null, null)

/** The rank of one that goes before another, or to the end when there is no such. */
export const rankBefore = (others: readonly Ranked[], beforeId: string | null): string => {
  const at = others.findIndex(({ id }) => id === beforeId)
  return at < 0 ? rankAfterAll(others) : rankBetween(others[at - 1]?.rank ?? null, others[at]?.rank ?? null)
}

/** Sets the fields of an entry that are not so yet. False when the entry is not here. */
export const setFields = (doc: Y.Doc, items: Y.Map<Item>, id: string, fields: Readonly<Record<string, unknown>>): boolean => {
  const item = items.get(id)
  if (!(item instanceof Y.Map)) return false
  change(doc, () => {
    for (const [key, value] of Object.entries(fields)) if (item.get(key) !== value) item.set(key, value)
  })
  return true
}
