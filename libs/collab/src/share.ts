import type { CountedFrame } from './acknowledgements.ts'
import type { Tried } from './mirror.ts'
import type { Participant } from './participant.ts'
import { PlainRow } from './plain-row.ts'
import type { PlainUpdate } from './plain-update.ts'

/** A row of the log: one update of one connection. */
export interface ShareRow {
  readonly update: Uint8Array
  readonly deletes: boolean
  /** It went through a trial, so the mirror has it. */
  readonly tried: boolean
}

/** A row, and so a frame to each reader, is not made larger than about this. */
const largestShare = 32 * 1024

/**
 * What one connection adds to its room until the next commit. Typing that comes in one go becomes one row; what went through a
 * trial is a row of its own.
 */
export class Share<Who> {
  readonly author: Participant<Who>
  readonly frames: CountedFrame[] = []
  readonly #rows: ShareRow[] = []
  #typing: PlainRow | null = null
  #bytes = 0
  #end = 0
  #closed = false
  #deletes = false
  #fate: PromiseWithResolvers<boolean> | null = null

  constructor(author: Participant<Who>) {
    this.author = author
  }

  /** May more be added? */
  get open(): boolean {
    return !this.#closed && this.#bytes < largestShare
  }

  /** How large it is, about. */
  get bytes(): number {
    return this.#bytes
  }

  /** The clock of the author after it; 0 when it adds nothing. */
  get end(): number {
    return this.#end
  }

  /** Resolves when it is decided: true when it is on disk, false when it was dropped. */
  get fate(): Promise<boolean> {
    this.#fate ??= Promise.withResolvers<boolean>()
    return this.#fate.promise
  }

  addPlain(frame: CountedFrame, update: PlainUpdate, bytes: number): void {
    this.#typing ??= new PlainRow(this.author.clientId)
    this.#typing.add(update)
    this.#took(frame, bytes, update.end)
  }

  addTried(frame: CountedFrame, { update, deletes }: Tried, end: number): void {
    this.#closeTyping()
    this.#rows.push({ update, deletes: deletes !== 'nothing', tried: true })
    this.#took(frame, update.byteLength, end)
  }

  /** A text is gone meanwhile in which it may write: what it adds may be deleted words from the first moment. */
  markDeleting(): void {
    this.#deletes = true
  }

  /** The rows so far. */
  rows(): readonly ShareRow[] {
    const rows = this.#typing === null ? this.#rows : [...this.#rows, typedRow(this.#typing)]
    return this.#deletes ? rows.map((row) => ({ ...row, deletes: true })) : rows
  }

  /** Takes no more: it is being committed. */
  close(): void {
    this.#closed = true
    this.#closeTyping()
  }

  decide(stored: boolean): void {
    this.#closed = true
    this.#fate?.resolve(stored)
  }

  #took(frame: CountedFrame, bytes: number, end: number): void {
    this.frames.push(frame)
    this.#bytes += bytes
    this.#end = Math.max(this.#end, end)
  }

  #closeTyping(): void {
    if (this.#typing !== null) this.#rows.push(typedRow(this.#typing))
    this.#typing = null
  }
}

const typedRow = (typing: PlainRow): ShareRow => ({ update: typing.encode(), deletes: typing.deletes, tried: false })
