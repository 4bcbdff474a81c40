import * as Y from 'yjs'
import type { UpdateRefusal } from './gate.ts'
import type { TextRange } from './known-texts.ts'
import { passiveDocument } from './passive-document.ts'
import { play } from './replay.ts'
import { deletedItems, newItems, type RootShape, refuseShape } from './shape.ts'
import { deletedBy, textsAround } from './text-ranges.ts'

/** A change that passed its trial. */
export interface Tried {
  /** The same change as our own encoder writes it. */
  readonly update: Uint8Array
  /** Where it shows that plain typing can go on. */
  readonly texts: readonly TextRange[]
  /** What it deletes: nothing, only words and marks of texts that stay, or something more. */
  readonly deletes: 'nothing' | 'words' | 'more'
}

/** What a trial found: the change (or null where nothing is new), or why not. */
export type TrialAnswer = Tried | { readonly update: null } | { readonly refusal: UpdateRefusal }

type Looked = Omit<Tried, 'update'> | { readonly refusal: UpdateRefusal }

/** A copy of a room's document on which an update is tried before it is committed. Spoiled for good once a trial fails. */
export class Mirror {
  readonly #doc = passiveDocument()
  readonly #shape: readonly RootShape[]
  constructor(shape: readonly RootShape[], states: readonly Uint8Array[]) {
    this.#shape = shape
    play(this.#doc, states)
  }

  /** Follows updates that came another way. */
  follow(...updates: readonly Uint8Array[]): void {
    play(this.#doc, updates)
  }

  /** Applies an update and says what came of it. After a refusal the mirror must be thrown away. */
  attempt(update: Uint8Array): TrialAnswer {
    let written: Uint8Array | null = null
    let found: Looked | null = null
    const roots = new Set(this.#doc.share.keys())
    const pendingBefore = this.#pendingBytes()
    const onUpdate = (bytes: Uint8Array) => {
      written ??= bytes
    }
    const onTransaction = (transaction: Y.Transaction) => {
      const looked = this.#lookAt(transaction, roots)
      if (found === null || ('refusal' in looked && !('refusal' in found))) found = looked
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
    return this.#answer(written, found, pendingBefore)
  }

  #answer(written: Uint8Array | null, found: Looked | null, pendingBefore: number): TrialAnswer {
    if (found !== null && 'refusal' in found) return found
    if (this.#pendingBytes() > pendingBefore) return { refusal: 'pending' }
    return written === null || found === null ? { update: null } : { update: written, ...found }
  }

  #lookAt(transaction: Y.Transaction, roots: ReadonlySet<string>): Looked {
    const refusal = refuseShape(transaction, this.#shape, roots)
    if (refusal !== null) return { refusal }
    const touched = [...newItems(transaction), ...deletedItems(transaction)]
    return { texts: textsAround(touched), deletes: deletedBy(transaction) }
  }

  /** What the document could not place yet. */
  #pendingBytes(): number {
    const { pendingStructs, pendingDs } = this.#doc.store
    return (pendingStructs?.update.byteLength ?? 0) + (pendingDs?.byteLength ?? 0)
  }
}
