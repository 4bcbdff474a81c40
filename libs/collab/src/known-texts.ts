/** A range of ids that a trial found to be words or marks in a text; `text` is the id of that text. */
export interface TextRange {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly text: { readonly client: number; readonly clock: number }
}

interface Run {
  readonly start: number
  end: number
  readonly text: number
}

/** More pieces than this are forgotten together and learned anew, so that no room can make the list long. */
const mostRuns = 8_192

/**
 * Which ids of a room are words and marks in a living text, and in which text. It is learned from trials and grows with the
 * plain typing that it lets through; it never says too much, and may say too little: what it does not know goes to a trial.
 * It holds as long as nothing but words was deleted since: whoever deletes something else must {@link clear} it.
 */
export class KnownTexts {
  readonly #runs = new Map<number, Run[]>()
  readonly #texts = new Map<string, number>()
  #count = 0
  #lastText = 0

  /** The text that an id lies in; 0 when that is not known. */
  textAt(client: number, clock: number): number {
    const runs = this.#runs.get(client)
    if (runs === undefined) return 0
    const run = runs[placeOf(runs, clock)]
    return run !== undefined && clock >= run.start && clock < run.end ? run.text : 0
  }

  /** The text that has this id itself; 0 when it is not known. */
  textWithId(client: number, clock: number): number {
    return this.#texts.get(`${client} ${clock}`) ?? 0
  }

  /** Are all ids from `start` to before `end` known as words or marks? */
  covers(client: number, start: number, end: number): boolean {
    const runs = this.#runs.get(client) ?? []
    let at = placeOf(runs, start)
    for (let from = start; from < end; at += 1) {
      const run = runs[at]
      if (run === undefined || from < run.start || from >= run.end) return false
      from = run.end
    }
    return true
  }

  /** New ids of a text that is known. */
  add(client: number, start: number, end: number, text: number): void {
    const runs = this.#runs.get(client) ?? []
    if (runs.length === 0) this.#runs.set(client, runs)
    const last = runs.at(-1)
    if (last === undefined || last.end < start || (last.end === start && last.text !== text))
      this.#insert(runs, runs.length, { start, end, text })
    else if (last.end === start) last.end = end
    else this.#fill(runs, start, end, text)
  }

  /** What a trial saw. A text with an empty range is known by its id alone. */
  learn(ranges: readonly TextRange[]): void {
    for (const { client, clock, length, text } of ranges) {
      const key = `${text.client} ${text.clock}`
      const known = this.#texts.get(key) ?? this.#name(key)
      if (length > 0) this.add(client, clock, clock + length, known)
    }
  }

  /** Forgets everything. */
  clear(): void {
    this.#runs.clear()
    this.#texts.clear()
    this.#count = 0
  }

  #name(key: string): number {
    this.#lastText += 1
    this.#texts.set(key, this.#lastText)
    return this.#lastText
  }

  /** Adds what of a range is not known yet. An id never moves from one text to another. */
  #fill(runs: Run[], start: number, end: number, text: number): void {
    for (let from = start; from < end; ) {
      const at = placeOf(runs, from)
      const run = runs[at]
      if (run !== undefined && from >= run.start && from < run.end) {
        from = run.end
        continue
      }
      const next = run !== undefined && run.start > from ? at : at + 1
      const until = Math.min(end, runs[next]?.start ?? end)
      const before = runs[next - 1]
      if (before !== undefined && before.end === from && before.text === text) before.end = until
      else this.#insert(runs, next, { start: from, end: until, text })
      from = until
    }
  }

  #insert(runs: Run[], at: number, run: Run): void {
    this.#count += 1
    if (this.#count + this.#texts.size > mostRuns) this.clear()
    else runs.splice(at, 0, run)
  }
}

/** The place of the last run that begins at or before a clock; 0 when none does. */
const placeOf = (runs: readonly Run[], clock: number): number => {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((runs[middle]?.start ?? 0) <= clock) low = middle
    else high = middle - 1
  }
  return low
}
