import { refuser } from '@mreza/contracts-kernel'
import { allow, type Trx } from '@mreza/db'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { CallContext } from './call-context.ts'

const refuse = refuser({})

const longestKey = 100

const callerOf = (ctx: CallContext): string => ctx.person?.personId ?? (ctx.service === undefined ? 'anyone' : `service:${ctx.service}`)

/** Takes the key; waits while another transaction holds it. False when it was used before. */
const take = async <T>(trx: Trx<T>, caller: string, operation: string, key: string): Promise<boolean> => {
  const taken =
    await sql`insert into idempotency (caller, operation, key) values (${caller}, ${operation}, ${key}) on conflict do nothing`.execute(trx)
  return taken.numAffectedRows === 1n
}

const recall = async <T, R>(trx: Trx<T>, caller: string, operation: string, key: string): Promise<R> => {
  const found = await sql<{ answer: R }>`
    select answer from idempotency where caller = ${caller} and operation = ${operation} and key = ${key}`.execute(trx)
  const [row] = found.rows
  if (row === undefined) throw refuse('changed-meanwhile')
  return row.answer
}

const keep = async <T>(trx: Trx<T>, caller: string, operation: string, key: string, answer: unknown): Promise<void> => {
  await sql`update idempotency set answer = ${JSON.stringify(answer ?? null)}::jsonb
    where caller = ${caller} and operation = ${operation} and key = ${key}`.execute(trx)
  await sql`delete from idempotency where caller = ${caller} and at < now() - interval '1 day'`.execute(trx)
}

/**
 * Makes a repeated mutation harmless: under one `idempotency-key` of one caller `work` runs once, in the transaction of its
 * effect, and a repetition within a day gets the first answer. Without a key `work` simply runs. Answers are stored as JSON.
 * The service's schema needs the table of {@link createIdempotency}.
 * @example asSubject(db, ctx.databaseKey, (trx) => once(trx, ctx, 'addTask', () => addTask(trx, input)))
 */
export const once = async <T, R>(trx: Trx<T>, ctx: CallContext, operation: string, work: () => Promise<R>): Promise<R> => {
  const key = ctx.idempotencyKey
  if (key === undefined) return work()
  if (key.length > longestKey) throw refuse('invalid-input', { field: 'idempotency-key' })
  const caller = callerOf(ctx)
  if (!(await take(trx, caller, operation, key))) return recall(trx, caller, operation, key)
  const answer = await work()
  await keep(trx, caller, operation, key, answer)
  return answer
}

/** For migrations: the table of {@link once}. `rows` narrows what the runtime role sees, where a schema needs that. */
export const createIdempotency = async <T>(db: Kysely<T>, schema: string, rows?: RawBuilder<boolean>): Promise<void> => {
  await sql`
    create table idempotency (
      caller text not null,
      operation text not null,
      key text not null check (length(key) <= ${sql.lit(longestKey)}),
      answer jsonb,
      at timestamptz not null default now(),
      primary key (caller, operation, key)
    )`.execute(db)
  await sql`create index idempotency_at on idempotency (caller, at)`.execute(db)
  const can = ['select', 'insert', 'update', 'delete'] as const
  await allow(db, 'idempotency', [{ to: `mreza_${schema}`, can, ...(rows === undefined ? {} : { rows }) }])
}
