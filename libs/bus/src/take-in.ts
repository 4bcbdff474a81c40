import { EventEnvelope } from '@mreza/contracts-kernel'
import { asWorker, type Trx } from '@mreza/db'
import { type Kysely, sql } from 'kysely'
import type { Reaction } from './reaction.ts'

/** The message does not fit its contract; trying again changes nothing. */
export class Malformed extends Error {
  constructor(cause: unknown) {
    super('the message does not fit its contract', { cause })
    this.name = 'Malformed'
  }
}

const parse = (bytes: Uint8Array): EventEnvelope => {
  try {
    return EventEnvelope.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch (error) {
    throw new Malformed(error)
  }
}

const checkData = (reaction: Reaction, data: unknown): unknown => {
  const result = reaction.event.data.safeParse(data)
  if (!result.success) throw new Malformed(result.error)
  return result.data
}

/** Says whether this event is new to this consumer; the answer stands only if the transaction does. */
const isNew = async (trx: Trx<unknown>, schema: string, consumer: string, id: string): Promise<boolean> => {
  const { rows } = await sql`
    insert into ${sql.id(schema, 'processed_event')} (consumer, event_id) values (${consumer}, ${id}) on conflict do nothing returning 1`.execute(
    trx,
  )
  return rows.length > 0
}

/** Lets a service's reactions to one message run, once, together with the note that they did. */
export const takeIn = async (
  to: { db: Kysely<unknown>; schema: string; service: string },
  reactions: readonly Reaction[],
  bytes: Uint8Array,
): Promise<void> => {
  const { id, at, data } = parse(bytes)
  const work = reactions.map((reaction) => ({ react: reaction.react, data: checkData(reaction, data) }))
  await asWorker(to.db, async (trx) => {
    if (!(await isNew(trx, to.schema, to.service, id))) return
    for (const { react, data: checked } of work) await react(trx, { id, at, data: checked })
  })
}
