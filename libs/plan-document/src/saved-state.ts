/** What the page says about one's words: how many edits are not on disk yet, and how many of those wait for a line. */
export interface SavedCount {
  readonly unsaved: number
  readonly waiting: number
}

/**
 * Counts a client's own edits until the server says that they are on disk (PL7). Feed it with what happens on the socket:
 * every own edit, every update frame sent (right before or after its edit), every `persisted`, every break of the line.
 * Knows no sockets and no Yjs.
 *
 * Edits that were made before the line was there, or were not acknowledged when it broke, travel again in the sync step 2
 * of the next connection; they count as unsaved until that frame is on disk.
 */
export class SavedState {
  #edits = 0
  #saved = 0
  #framesSent = 0
  #coveredBy: { frame: number; edits: number }[] = []

  /** An own edit was made in the document. */
  edited(): void {
    this.#edits += 1
  }

  /** An update frame (sync step 2 or update) left on this connection; `coversAll` for step 2, which carries all that is missing. */
  frameSent(coversAll: boolean): void {
    this.#framesSent += 1
    const last = this.#coveredBy.at(-1)
    const covered = coversAll ? this.#edits : last === undefined ? null : last.edits + 1
    if (covered !== null) this.#coveredBy.push({ frame: this.#framesSent, edits: covered })
  }

  /** The server says that the first `frames` update frames of this connection are on disk. */
  persisted(frames: number): void {
    for (const { frame, edits } of this.#coveredBy) if (frame <= frames) this.#saved = Math.max(this.#saved, edits)
    this.#coveredBy = this.#coveredBy.filter(({ frame }, at, all) => frame > frames || at === all.length - 1)
  }

  /** The line broke: what was not acknowledged waits for the next connection. */
  disconnected(): void {
    this.#framesSent = 0
    this.#coveredBy = []
  }

  /** What is unsaved now; `waiting` of them are not on their way. */
  get count(): SavedCount {
    const travelling = this.#coveredBy.at(-1)?.edits ?? this.#saved
    return { unsaved: Math.max(0, this.#edits - this.#saved), waiting: Math.max(0, this.#edits - Math.max(travelling, this.#saved)) }
  }
}
