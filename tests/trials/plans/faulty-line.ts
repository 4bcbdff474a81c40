import { frameTypes } from '@mreza/contracts-plans'
import type { LiveClient } from '../../../apps/plans/src/live-client-for-tests.ts'
import type { Random } from '../random.ts'

/** What becomes of a message. */
type Fate = 'whole' | 'twice' | 'late' | 'lost'

const fatesIn: readonly Fate[] = ['whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'twice', 'late', 'late', 'lost']
const fatesOut: readonly Fate[] = ['whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'twice', 'late', 'lost']

const isUpdate = (data: Uint8Array): boolean => data[0] === frameTypes.sync && (data[1] === 1 || data[1] === 2)
const askForAll = Uint8Array.of(0, 0, 1, 0)

/**
 * Makes the line that a client has now a bad one. What it is sent is doubled, comes late and in another order, or not at all. What
 * it sends is doubled or overtaken by what follows; when something is lost there, so is all that follows, and the line breaks.
 */
export class FaultyLine {
  readonly #client: LiveClient
  readonly #random: Random
  #faulty = false
  #heldIn: (() => void)[] = []
  #heldOut: (() => void)[] = []

  constructor(client: LiveClient, random: Random) {
    this.#client = client
    this.#random = random
  }

  get isUp(): boolean {
    return this.#client.provider?.wsconnected === true
  }

  /** Joins by a line that is good until the document is here. */
  async join(address: string): Promise<void> {
    this.#faulty = false
    this.#heldIn = []
    this.#heldOut = []
    await this.#client.join(address)
    this.#hold()
    this.spoil()
  }

  /** The line is a bad one again. */
  spoil(): void {
    this.#faulty = true
  }

  /** Nothing happens to messages any more; what was late arrives, and what was lost is asked for again. */
  heal(): void {
    this.#faulty = false
    for (const held of [this.#heldOut, this.#heldIn]) for (const pass of held.splice(0)) pass()
    this.#client.provider?.ws?.send(askForAll)
  }

  #hold(): void {
    const { ws } = this.#client.provider ?? {}
    if (ws === null || ws === undefined) return
    const hear = ws.onmessage?.bind(ws)
    const send = ws.send.bind(ws)
    ws.onmessage = (event) => this.#pass(fatesIn, this.#heldIn, () => hear?.(event))
    let broken = false
    ws.send = (data) => {
      if (broken) return
      const lost = () => {
        broken = true
        ws.close()
      }
      if (data instanceof Uint8Array && isUpdate(data)) this.#pass(fatesOut, this.#heldOut, () => send(data), lost)
      else send(data)
    }
  }

  #pass(fates: readonly Fate[], held: (() => void)[], deliver: () => void, lose: () => void = () => undefined): void {
    const fate = this.#faulty ? this.#random.pick(fates) : 'whole'
    if (fate === 'late') {
      held.push(deliver)
      return
    }
    if (fate === 'lost') lose()
    else deliver()
    if (fate === 'twice') deliver()
    for (const late of held.splice(0)) late()
  }
}
