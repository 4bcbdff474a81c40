import { setTimeout as sleep } from 'node:timers/promises'
import type { PlanId } from '@mreza/contracts-kernel'
import type { PlanRoom } from '@mreza/contracts-plans'
import { LiveClient } from '../../../apps/plans/src/live-client-for-tests.ts'
import type { Member } from '../../../apps/plans/src/service-for-tests.ts'
import { type Random, randomFrom } from '../random.ts'
import { makeEdit } from './edit.ts'
import { wordOf } from './words.ts'

/** Where a writer is to go now; waits while there is nowhere to go. */
export type Whereto = () => Promise<string>

/** Who writes, and where. */
export interface WriterOptions {
  readonly number: number
  readonly member: Member
  readonly planId: PlanId
  readonly room: PlanRoom
  readonly seed: number
}

/** About how long lies between two edits: 20 a second. */
const betweenEdits = 50

/** Waits until the line of a client ends. */
const lineEnded = ({ provider }: LiveClient): Promise<void> =>
  provider?.wsconnected === true ? new Promise((resolve) => provider.once('connection-close', () => resolve())) : Promise.resolve()

/**
 * Somebody who writes as people do: through the page's own bookkeeping of what is saved, coming back whenever the line ends,
 * under the number they had, with what they typed meanwhile. Every edit has a word of its own.
 */
export class Writer {
  readonly client: LiveClient
  /** Whether each edit holds a word; those that take something away do not. */
  readonly edits: (string | null)[] = []
  /** Milliseconds from the end of a line until this writer was back, each time. */
  readonly away: number[] = []
  readonly #number: number
  readonly #room: PlanRoom
  readonly #random: Random
  #typing = true
  #staying = false
  #loops: Promise<unknown>[] = []

  constructor({ number, member, planId, room, seed }: WriterOptions) {
    this.client = new LiveClient(member, planId, room)
    this.#number = number
    this.#room = room
    this.#random = randomFrom(seed)
  }

  /** The words that this writer's page shows as saved, each the outcome of one edit. */
  get acknowledged(): readonly string[] {
    const saved = this.edits.length - this.client.saved.count.unsaved
    return this.edits.slice(0, saved).filter((word) => word !== null)
  }

  /** All words that were typed. */
  get typed(): readonly string[] {
    return this.edits.filter((word) => word !== null)
  }

  /** Goes where it is told and, once there, types until {@link rest}. */
  begin(whereto: Whereto): void {
    this.#staying = true
    this.#loops = [this.#stay(whereto)]
  }

  /** Types no more; stays, so that what is not saved yet can be. */
  rest(): void {
    this.#typing = false
  }

  /** Ends the line without a word; a writer that stays comes back at once. */
  drop(): void {
    this.client.leave()
  }

  async leave(): Promise<void> {
    this.#typing = false
    this.#staying = false
    this.client.leave()
    await Promise.all(this.#loops)
  }

  /** One edit now. */
  edit(): void {
    const word = wordOf(this.#number, this.edits.length)
    const wrote = this.client.doc.transact(() => makeEdit(this.client.doc, this.#room, word, this.#random))
    if (wrote !== 'nothing') this.edits.push(wrote === 'word' ? word : null)
  }

  async #type(): Promise<void> {
    while (this.#typing) {
      this.edit()
      await sleep(betweenEdits / 2 + this.#random.below(betweenEdits))
    }
  }

  async #stay(whereto: Whereto): Promise<void> {
    let since = performance.now()
    while (this.#staying) {
      const address = await whereto()
      const joined = this.#staying && (await this.client.join(address).then(() => true, this.#refused))
      if (!joined) continue
      if (this.#loops.length === 1) this.#loops.push(this.#type())
      this.away.push(performance.now() - since)
      await lineEnded(this.client)
      since = performance.now()
    }
    this.client.leave()
  }

  /** Turned away, or nobody there: again in a moment. */
  readonly #refused = async (): Promise<false> => {
    await sleep(10)
    return false
  }
}
