import * as Y from 'yjs'
import type { Typist } from './typist.ts'

/** Follows which edits of the others each of a document's people has heard, and how long each was on its way. */
export class HeardEdits {
  readonly #people: readonly Typist[]
  readonly #read: number[]
  /** For each person and each author: the number of the author's edits that were heard. */
  readonly #heard: Map<number, number>[]
  readonly #authors: ReadonlyMap<number, Typist>
  readonly #onLatency: (edit: number, milliseconds: number) => void

  /** @param onLatency called with the moment an edit was sent and the milliseconds until somebody had it */
  constructor(people: readonly Typist[], onLatency: (sentAt: number, milliseconds: number) => void) {
    this.#people = people
    this.#read = people.map(({ connection }) => connection.arrivals.length)
    this.#heard = people.map(() => new Map())
    this.#authors = new Map(people.map((person) => [person.clientId, person]))
    this.#onLatency = onLatency
  }

  /** Reads what came since; gives the edits that somebody has not heard, counted for each who has not. */
  readAll(): number {
    for (const at of this.#people.keys()) this.#readOne(at)
    const missingOf = (at: number, person: Typist) =>
      this.#people
        .filter((author) => author !== person)
        .reduce((sum, { clientId, edits }) => sum + edits.length - (this.#heard[at]?.get(clientId) ?? 0), 0)
    return this.#people.reduce((sum, person, at) => sum + missingOf(at, person), 0)
  }

  /** How many edits of this author somebody else has heard. */
  seenOf(author: Typist): number {
    return Math.max(0, ...this.#heard.filter((_, at) => this.#people[at] !== author).map((heard) => heard.get(author.clientId) ?? 0))
  }

  #readOne(at: number): void {
    const person = this.#people[at]
    if (person === undefined) return
    const { arrivals, seat } = person.connection
    for (let next = this.#read[at] ?? 0; next < arrivals.length; next += 1) {
      const arrival = arrivals[next]
      const heard = arrival && seat.wire.hear(arrival.frame)
      if (arrival !== undefined && heard?.kind === 'update') this.#take(at, arrival.at, heard.update)
    }
    this.#read[at] = arrivals.length
  }

  #take(at: number, arrivedAt: number, update: Uint8Array): void {
    for (const [clientId, end] of Y.parseUpdateMeta(update).to) {
      const author = this.#authors.get(clientId)
      if (author === undefined || author === this.#people[at]) continue
      const heard = this.#heard[at] ?? new Map<number, number>()
      let count = heard.get(clientId) ?? 0
      for (let edit = author.edits[count]; edit !== undefined && edit.end <= end; edit = author.edits[count]) {
        this.#onLatency(edit.at, arrivedAt - edit.at)
        count += 1
      }
      heard.set(clientId, count)
    }
  }
}
