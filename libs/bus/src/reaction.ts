import type { EventContract, EventId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type * as z from 'zod'

/** An event as a reaction receives it: checked against its contract. */
export interface Envelope<Data> {
  readonly id: EventId
  /** When it happened, by the database's clock. */
  readonly at: string
  readonly data: Data
}

/** What a service does when something happened elsewhere. Made by {@link reaction}. */
export interface Reaction {
  readonly event: EventContract
  readonly react: (trx: Trx<unknown>, envelope: Envelope<unknown>) => Promise<void>
}

/**
 * Declares a reaction. It runs in a transaction of the worker role, at most once per event as far as the database goes;
 * it must not touch anything outside the transaction. If it throws, it is tried again, five times in all, then parked.
 * Events of one service arrive in the order of their making; between services no order is promised.
 * @example reaction(institutionRegistered, async (trx: Trx<Tables>, { data }) => saveInstitution(trx, data))
 */
export const reaction = <E extends EventContract, T = unknown>(
  event: E,
  react: (trx: Trx<T>, envelope: Envelope<z.output<E['data']>>) => Promise<void>,
): Reaction => ({
  event,
  // The consumer parses the data with this very contract before it calls, and the tables are the service's own.
  react: react as unknown as Reaction['react'],
})
