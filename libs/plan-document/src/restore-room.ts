import type { PlanRoom } from '@mreza/contracts-plans'
import * as Y from 'yjs'
import { change } from './changes.ts'
import {
  aboutOf,
  activitiesOf,
  goalsOf,
  type Item,
  indicatorsOf,
  keys,
  proseOf,
  prosePlacesOf,
  risksOf,
  understandingsOf,
  wishesOf,
} from './doc.ts'
import { rewrite } from './prose.ts'

/** The field under which each kind of entry is withdrawn is the same for all. */
const withdrawnKey = keys.goal.withdrawn

const restoreItem = (items: Y.Map<Item>, id: string, from: Item): void => {
  const item = items.get(id)
  if (!(item instanceof Y.Map)) {
    items.set(id, from.clone())
    return
  }
  for (const key of new Set([...item.keys(), ...from.keys()])) {
    const [now, then] = [item.get(key), from.get(key)]
    if (now instanceof Y.XmlFragment && then instanceof Y.XmlFragment) rewrite(now, then)
    else if (then === undefined && !(now instanceof Y.AbstractType)) item.delete(key)
    else if (!(then instanceof Y.AbstractType) && now !== then) item.set(key, then)
  }
}

const restoreItems = (doc: Y.Doc, items: Y.Map<Item>, from: Y.Map<Item>): void => {
  for (const [id, item] of from.entries()) if (item instanceof Y.Map) change(doc, () => restoreItem(items, id, item))
  for (const [id, item] of items.entries())
    if (!from.has(id) && item instanceof Y.Map && item.get(withdrawnKey) !== true) change(doc, () => item.set(withdrawnKey, true))
}

const restoreAbout = (doc: Y.Doc, from: Y.Doc): void => {
  const [now, then] = [aboutOf(doc), aboutOf(from)]
  change(doc, () => {
    for (const [key, value] of then.entries()) if (now.get(key) !== value) now.set(key, value)
    for (const key of now.keys()) if (!then.has(key)) now.delete(key)
  })
}

/**
 * Makes a room say what a kept version of it said (PL22): an edit like any other, with the writer's name, that can be undone. What
 * came since is not removed but withdrawn (PL15). A text or an entry at a time, so that no single change grows large.
 */
export const restoreRoom = (doc: Y.Doc, room: PlanRoom, from: Y.Doc): void => {
  for (const place of prosePlacesOf(room)) change(doc, () => void rewrite(proseOf(doc, place), proseOf(from, place)))
  restoreItems(doc, goalsOf(doc), goalsOf(from))
  restoreItems(doc, indicatorsOf(doc), indicatorsOf(from))
  restoreItems(doc, activitiesOf(doc), activitiesOf(from))
  if (room === 'safety') restoreItems(doc, risksOf(doc), risksOf(from))
  if (room !== 'core') return
  change(doc, () => void rewrite(wishesOf(doc), wishesOf(from)))
  restoreItems(doc, understandingsOf(doc), understandingsOf(from))
  restoreAbout(doc, from)
}
