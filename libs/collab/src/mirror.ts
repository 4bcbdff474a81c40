import * as Y from 'yjs'
import type { UpdateRefusal } from './gate.ts'
import { type RootShape, refuseShape } from './shape.ts'

/** What a trial found: the same change as our own encoder writes it (null when nothing is new), or why not. */
export type TrialAnswer = { readonly update: Uint8Array | null } | { readonly refusal: UpdateRefusal }

/** A copy of a room's document on which an update is tried before it is committed. Spoiled for good once a trial fails. */
export class Mirror {
  readonly #doc = new Y.Doc({ gc: true })
  readonly #shape: readonly RootShape[]
  constructor(shape: readonly RootShape[], states: readonly Uint8Array[]) {
    this.#shape = shape
    for (const state of states) Y.applyUpdate(this.#doc, state)
  }

  /** Follows an update that was tried elsewhere. */
  follow(update: Uint8Array): void {
    Y.applyUpdate(this.#doc, update)
  }

  /** Applies an update and says what came of it. After a refusal the mirror must be thrown away. */
  attempt(update: Uint8Array): TrialAnswer {
    let written: Uint8Array | null = null
    let refusal: UpdateRefusal | null = null
    const pendingBefore = this.#pendingBytes()
    // The first is the author's change. Yjs may add one of its own that takes doubled marks away; every replica adds that by itself.
    const onUpdate = (bytes: Uint8Array) => {
      written ??= bytes
    }
    const onTransaction = (transaction: Y.Transaction) => {
      refusal ??= refuseShape(transaction, this.#shape)
    }
    this.#doc.on('update', onUpdate)
    this.#doc.on('afterTransaction', onTransaction)
    try {
      Y.applyUpdate(this.#doc, update)
    } catch {
      return { refusal: 'malformed' }
    } finally {
      this.#doc.off('update', onUpdate)
      this.#doc.off('afterTransaction', onTransaction)
    }
    if (refusal !== null) return { refusal }
    return this.#pendingBytes() > pendingBefore ? { refusal: 'pending' } : { update: written }
  }

  /** What the document could not place yet. */
  #pendingBytes(): number {
    const { pendingStructs, pendingDs } = this.#doc.store
    return (pendingStructs?.update.byteLength ?? 0) + (pendingDs?.byteLength ?? 0)
  }
}
