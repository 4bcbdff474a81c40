import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { signHeads } from './sign-heads.ts'

export interface SigningOptions<T> {
  /** The worker pool of the service. */
  readonly db: Kysely<T>
  readonly schema: string
  readonly auditKey: Uint8Array
  readonly now: () => Date
  /** Milliseconds between two rounds; a minute unless told (rule D8). */
  readonly every?: number
  /** Hears of rounds that failed; they are tried again at the next one. */
  readonly failed?: (error: unknown) => void
}

const hasAudit = async <T>(db: Kysely<T>, schema: string): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`select to_regclass(${`${schema}.audit_head`}) is not null as found`.execute(db)
  return rows[0]?.found === true
}

/**
 * Signs the heads of a schema's audit log round by round until it is stopped, and once more then. A schema without
 * an audit log has nothing to sign. Several instances may do it at once.
 */
export const startSigning = <T>({
  db,
  schema,
  auditKey,
  now,
  every = 60_000,
  failed = () => undefined,
}: SigningOptions<T>): { stop(): Promise<void> } => {
  const stopping = new AbortController()
  const round = async (): Promise<void> => {
    if (await hasAudit(db, schema)) await signHeads(db, schema, auditKey, now())
  }
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await round().catch(failed)
      await sleep(every, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
    await round().catch(failed)
  }
  const done = run()
  return {
    stop: async () => {
      stopping.abort()
      await done
    },
  }
}
