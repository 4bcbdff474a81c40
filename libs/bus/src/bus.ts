import type { Kysely } from 'kysely'
import type { NatsConnection } from 'nats'
import { addressOf, type BrokerAddress } from './address-of.ts'
import type { BusLog } from './bus-log.ts'
import { startConsumer } from './consumer.ts'
import { type DeadLetter, listDeadLetters, replayDeadLetters } from './dead-letters.ts'
import { openLine } from './line.ts'
import type { Reaction } from './reaction.ts'
import { startRelay } from './relay.ts'
import { openSignals } from './signals.ts'
import type { Stoppable } from './stoppable.ts'

export interface BusOptions extends BrokerAddress {
  readonly log?: BusLog
}

export interface RelayOptions<T> {
  /** The worker pool of the service. */
  readonly db: Kysely<T>
  readonly schema: string
}

export interface ConsumeOptions<T> {
  /** The durable name: every instance of a service shares it, and each event is taken in by one of them. */
  readonly service: string
  /** The worker pool of the service. */
  readonly db: Kysely<T>
  readonly schema: string
  readonly reactions: readonly Reaction[]
}

/** The line between the services. It exists also while the broker is away; events then wait in the outbox. */
export interface Bus {
  /** Starts carrying a schema's outbox to the broker. */
  relay<T>(options: RelayOptions<T>): Stoppable
  /** Starts taking events in. Resolves at once; the broker may come later. */
  consume<T>(options: ConsumeOptions<T>): Promise<Stoppable>
  /** "Look again", to everyone who listens now; not stored. `data` is small and carries ids only. */
  signal(subject: string, data?: string): void
  /** Hears signals, also of this process and also while the broker is away. `*` stands for one word, a final `>` for the rest. */
  onSignal(subject: string, heard: (data: string, subject: string) => void): Stoppable
  status(): 'up' | 'down'
  /** Events that were parked, oldest first. @throws BrokerAway */
  listDead(): Promise<DeadLetter[]>
  /** Sends parked events to their service again; all of them, or those with these numbers. @throws BrokerAway */
  replayDead(seqs?: readonly number[]): Promise<number>
  /** Stops everything that this bus started, then hangs up. */
  close(): Promise<void>
}

/** An operator command needs the broker and it is not there. */
export class BrokerAway extends Error {
  constructor() {
    super('the broker is away')
    this.name = 'BrokerAway'
  }
}

const silent: BusLog = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Opens a bus. It returns at once and goes on trying to reach the broker for ever. */
export const openBus = (options: BusOptions): Bus => {
  const log = options.log ?? silent
  const line = openLine(addressOf(options), log)
  const signals = openSignals(line)
  const running = new Set<Stoppable>()

  const keep = (started: Stoppable): Stoppable => {
    const kept: Stoppable = {
      stop: async () => {
        running.delete(kept)
        await started.stop()
      },
    }
    running.add(kept)
    return kept
  }

  const connected = (): NatsConnection => {
    const connection = line.current()
    if (connection === undefined) throw new BrokerAway()
    return connection
  }

  // A service's tables mean nothing to the bus, which names the three it uses by schema.
  const untyped = <T>(db: Kysely<T>) => db as unknown as Kysely<unknown>

  return {
    relay: ({ db, schema }) => keep(startRelay(line, log, { db: untyped(db), schema })),
    consume: async ({ db, ...rest }) => keep(startConsumer(line, { ...rest, log, db: untyped(db) })),
    signal: (subject, data = '') => signals.send(subject, data),
    onSignal: (subject, heard) => signals.on(subject, heard),
    status: () => (line.current() === undefined ? 'down' : 'up'),
    listDead: async () => listDeadLetters(connected()),
    replayDead: async (seqs) => replayDeadLetters(connected(), ({ seq }) => seqs === undefined || seqs.includes(seq)),
    close: async () => {
      await Promise.all([...running].map((started) => started.stop()))
      signals.close()
      await line.close()
    },
  }
}
