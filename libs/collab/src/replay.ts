import * as Y from 'yjs'
import { passiveDocument } from './passive-document.ts'

/** A document as one encoding. */
export interface Replayed {
  /** What was asked for: the whole document, or what somebody misses of it. */
  readonly update: Uint8Array
  /** Its encoded state vector. */
  readonly vector: Uint8Array
}

/** Brings updates into a document at once: it is put in order after the last of them, not after each. @param updates ours, or tried */
export const play = (doc: Y.Doc, updates: readonly Uint8Array[]): void =>
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })

/**
 * Plays updates into a fresh document that forgets what was deleted, and encodes it anew: whole, or what a replica with the
 * state vector `since` misses. Null when something in it cannot be placed. A deletion of what is not there says nothing: nobody is kept
 * out of a room by it.
 */
export const replay = (updates: readonly Uint8Array[], since?: Uint8Array): Replayed | null => {
  const doc = passiveDocument()
  play(doc, updates)
  if (doc.store.pendingStructs !== null) return null
  doc.store.pendingDs = null
  return { update: Y.encodeStateAsUpdate(doc, since), vector: Y.encodeStateVector(doc) }
}
