import * as Y from 'yjs'
import type { TextRange } from './known-texts.ts'

/** How far around an edit a trial looks, in items: far enough for a paragraph, whoever wrote it. */
const reach = 64
/** More than this is not told; what is not known costs a trial. */
const mostRanges = 1_024

/** The text that an item lies in as words or marks; null when it lies elsewhere, or in a text that is gone. */
const textOf = ({ parent, parentSub, content }: Y.Item): Y.Item | null => {
  if (parentSub !== null || !(parent instanceof Y.Text) || parent._item === null || parent._item.deleted) return null
  return content instanceof Y.ContentString || content instanceof Y.ContentFormat || content instanceof Y.ContentDeleted
    ? parent._item
    : null
}

const rangeOf = ({ id, length }: Y.Item, text: Y.Item): TextRange => ({
  client: id.client,
  clock: id.clock,
  length,
  text: { client: text.id.client, clock: text.id.clock },
})

/** An item and its neighbours, as far as they are words and marks of one text. */
const around = (item: Y.Item): TextRange[] => {
  const text = textOf(item)
  if (text === null) return []
  const found = [rangeOf(item, text)]
  for (const side of ['left', 'right'] as const)
    for (let next = item[side], left = reach; next !== null && left > 0 && textOf(next) !== null; next = next[side], left -= 1)
      found.push(rangeOf(next, text))
  return found
}

/** A new text, still without words. */
const empty = ({ id, length, content, deleted }: Y.Item): TextRange[] =>
  !deleted && content instanceof Y.ContentType && content.type instanceof Y.Text
    ? [{ client: id.client, clock: id.clock + length, length: 0, text: { client: id.client, clock: id.clock } }]
    : []

/** Where typing goes on: the words and marks around what was added, and new texts. */
export const textsAround = (added: Iterable<Y.Item>): TextRange[] => {
  const found = new Map<string, TextRange>()
  for (const item of added) {
    if (found.size >= mostRanges) break
    if (found.has(keyOf(item.id))) continue
    for (const range of empty(item)) found.set(`text ${keyOf(item.id)}`, range)
    for (const range of around(item)) found.set(keyOf(range), range)
  }
  return [...found.values()]
}

const keyOf = ({ client, clock }: { readonly client: number; readonly clock: number }) => `${client} ${clock}`

/** What a transaction deleted: nothing, only words and marks of texts that stay, or something more. */
export const deletedBy = (transaction: Y.Transaction): 'nothing' | 'words' | 'more' => {
  let deleted: 'nothing' | 'words' | 'more' = 'nothing'
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (deleted === 'more') return
    deleted = struct instanceof Y.Item && textOf(struct) !== null ? 'words' : 'more'
  })
  return deleted
}
