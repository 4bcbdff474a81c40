import type { PersonId } from '@mreza/contracts-kernel'
import { type Listener, listen, type Trx } from '@mreza/db'
import { sql } from 'kysely'

const channel = 'mreza_inbox'

/** Says to every process, when this transaction is committed and not before, that these inboxes changed. */
export const sayInboxChanged = async <T>(trx: Trx<T>, personIds: readonly PersonId[]): Promise<void> => {
  if (personIds.length === 0) return
  await sql`select pg_notify(${channel}, person_id) from unnest(${[...personIds]}::text[]) person_id`.execute(trx)
}

/** Hears whose inbox changed, in any process; an empty text after a lost line: look at all of them. */
export const onInboxChanged = (worker: object, heard: (personId: string) => void): Listener => listen(worker, channel, heard)
