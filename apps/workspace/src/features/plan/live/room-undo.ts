import { editOrigin, neededFields } from '@mreza/plan-document'
import * as Y from 'yjs'

/** What one types within this many milliseconds is taken back together. */
const together = 600

/** Somebody else has written in what is made here. */
const hasOthers = (type: Y.AbstractType<unknown>, own: number): boolean => {
  const isOthers = (item: Y.Item): boolean =>
    !item.deleted && (item.id.client !== own || (item.content instanceof Y.ContentType && hasOthers(item.content.type, own)))
  for (let item = type._start; item !== null; item = item.right) if (isOthers(item)) return true
  return [...type._map.values()].some(isOthers)
}

/** The goal, activity or the like to which something belongs: an entry of one of the document's maps. */
const entryOf = (item: Y.Item): Y.Item | undefined => {
  for (let at: Y.Item | null = item; at !== null; at = at.parent instanceof Y.AbstractType ? at.parent._item : null)
    if (at.parent instanceof Y.Map && at.parent._item === null && at.content instanceof Y.ContentType) return at
  return undefined
}

/**
 * What undo may take out of the document: no paragraph in which something still stands, and no goal, activity or the like, nor what it
 * cannot be without, in which a colleague has written since (PL15).
 */
const mayGo = (item: Y.Item): boolean => {
  const { content, parent, parentSub, left, id } = item
  if (content instanceof Y.ContentType && content.type instanceof Y.XmlFragment && content.type.length > 0) return false
  if (content instanceof Y.ContentType && content.type instanceof Y.XmlText && content.type.length > 0) return false
  const entry = entryOf(item)
  if (entry === undefined) return true
  const isNeeded =
    entry === item || (parent === (entry.content as Y.ContentType).type && left === null && neededFields.has(parentSub ?? ''))
  return !isNeeded || !hasOthers((entry.content as Y.ContentType).type, id.client)
}

/** A binding also asks the document when nothing differs; that is no step, and must not make one forget what could be done again. */
const changesSomething = ({ changed }: Y.Transaction) => changed.size > 0

/**
 * One undo for a whole room: what was typed in its texts (an editor adds its binding as an origin when it opens) and what was set in its fields. What
 * others did comes over the line, under another origin, and is never taken back.
 */
export const undoOf = (doc: Y.Doc): Y.UndoManager =>
  new Y.UndoManager(doc, {
    trackedOrigins: new Set<unknown>([editOrigin]),
    captureTimeout: together,
    deleteFilter: mayGo,
    captureTransaction: changesSomething,
  })
