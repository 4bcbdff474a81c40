import * as Y from 'yjs'
import type { UpdateRefusal } from './gate.ts'
import { holdsPlainValues } from './plain-value.ts'

/** A root type that people may write: keyed (`map`) or written prose (`xml`). */
export interface RootShape {
  readonly name: string
  readonly kind: 'map' | 'xml'
}

const deepest = 32
const longestKey = 64
const forbiddenContent: readonly unknown[] = [Y.ContentDoc, Y.ContentBinary]

type Kinds = ReadonlyMap<Y.AbstractType<unknown>, RootShape['kind']>

const refuseItem = (item: Y.Item, kinds: Kinds): UpdateRefusal | null => {
  if (item.parentSub !== null && (item.parentSub === '__proto__' || item.parentSub.length > longestKey)) return 'wrong-shape'
  if (forbiddenContent.includes(item.content.constructor) || !holdsPlainValues(item)) return 'wrong-shape'
  let parent = item.parent as Y.AbstractType<unknown>
  const kind = kinds.get(parent)
  if (kind === 'map' && item.parentSub === null) return 'wrong-shape'
  if (kind === 'xml' && item.parentSub !== null) return 'wrong-shape'
  for (let depth = 1; parent._item !== null; depth += 1) {
    if (depth >= deepest) return 'too-deep'
    parent = parent._item.parent as Y.AbstractType<unknown>
  }
  return kinds.has(parent) ? null : 'unknown-root'
}

/** The items that a transaction added. */
export function* newItems(transaction: Y.Transaction): Generator<Y.Item> {
  for (const [clientId, structs] of transaction.doc.store.clients) {
    const before = transaction.beforeState.get(clientId) ?? 0
    for (let at = structs.length - 1; at >= 0; at -= 1) {
      const struct = structs[at]
      if (struct === undefined || struct.id.clock + struct.length <= before) break
      if (struct instanceof Y.Item) yield struct
    }
  }
}

/** The items that a transaction deleted. */
export const deletedItems = (transaction: Y.Transaction): Y.Item[] => {
  const items: Y.Item[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item) items.push(struct)
  })
  return items
}

const rootOf = ({ parent }: Y.Item): Y.AbstractType<unknown> => {
  let root = parent as Y.AbstractType<unknown>
  while (root._item !== null) root = root._item.parent as Y.AbstractType<unknown>
  return root
}

/**
 * Holds what a transaction did against the shape of the room: known roots of the right kind, nothing too deep, no foreign
 * content, nothing taken from roots that are the server's own.
 * @param before the names of the roots that were there before
 */
export const refuseShape = (
  transaction: Y.Transaction,
  shape: readonly RootShape[],
  before: ReadonlySet<string> = new Set(),
): UpdateRefusal | null => {
  const { share } = transaction.doc
  for (const name of share.keys()) if (!before.has(name) && !shape.some((root) => root.name === name)) return 'unknown-root'
  const kinds: Kinds = new Map(
    shape.flatMap(({ name, kind }) => {
      const type = share.get(name)
      return type === undefined ? [] : [[type as Y.AbstractType<unknown>, kind] as const]
    }),
  )
  for (const item of newItems(transaction)) {
    const refusal = refuseItem(item, kinds)
    if (refusal !== null) return refusal
  }
  return deletedItems(transaction).every((item) => kinds.has(rootOf(item))) ? null : 'unknown-root'
}
