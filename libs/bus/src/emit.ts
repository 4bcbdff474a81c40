import type { EventContract, EventId } from '@mreza/contracts-kernel'
import { json, newId } from '@mreza/db'
import { type QueryExecutorProvider, sql } from 'kysely'
import type * as z from 'zod'

/** Anything that is inside a transaction. */
type InTransaction = QueryExecutorProvider & { readonly isTransaction: true }

/**
 * Says that something happened, in the transaction in which it happened: the event leaves exactly if the change stays.
 * It goes to the outbox of the schema that the role works in, and the relay of that schema is woken at commit.
 * @throws ZodError when the data does not fit the event's contract: a mistake of ours, the transaction fails.
 * @example await emit(trx, institutionRegistered, { institutionId, networkId, sector })
 */
export const emit = async <E extends EventContract>(trx: InTransaction, event: E, data: z.input<E['data']>): Promise<EventId> => {
  const id = newId<'EventId'>()
  const checked = event.data.parse(data)
  await sql`
    with added as (insert into outbox (id, subject, data) values (${id}, ${event.subject}, ${json(checked)}) returning 1)
    select pg_notify('mreza_outbox_' || current_schema(), '') from added
  `.execute(trx)
  return id
}
