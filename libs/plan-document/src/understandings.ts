import type { CivilDate } from '@mreza/contracts-kernel'
import type { UnderstandingId } from '@mreza/contracts-plans'
import * as Y from 'yjs'
import { change, rankAfterAll, ranked, setFields, textWith } from './changes.ts'
import { type Item, keys, understandingsOf } from './doc.ts'
import { newItemId } from './item-id.ts'

/** Adds something agreed with the person, at the end; only in the core room. */
export const addUnderstanding = (doc: Y.Doc, understanding: { text?: string } = {}): UnderstandingId => {
  const id = newItemId() as UnderstandingId
  const others = ranked(understandingsOf(doc), () => true, keys.understanding.rank)
  change(doc, () => {
    const item: Item = new Y.Map()
    item.set(keys.understanding.rank, rankAfterAll(others))
    item.set(keys.understanding.text, textWith(understanding.text))
    understandingsOf(doc).set(id, item)
  })
  return id
}

/** Sets the day on which it was agreed. */
export const setUnderstandingDay = (doc: Y.Doc, id: UnderstandingId, agreedOn: CivilDate | null): boolean =>
  setFields(doc, understandingsOf(doc), id, { [keys.understanding.day]: agreedOn })

/** Takes it out, or back in (PL15). */
export const withdrawUnderstanding = (doc: Y.Doc, id: UnderstandingId, withdrawn = true): boolean =>
  setFields(doc, understandingsOf(doc), id, { [keys.understanding.withdrawn]: withdrawn })
