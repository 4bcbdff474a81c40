import { type QueryExecutorProvider, sql } from 'kysely'

/** Who did it: a person for an institution, or the system by itself (a clock, a reaction). */
export type AuditActor = { readonly personId: string; readonly institutionId: string } | 'system'

/** What is kept of one deed. Ids only in `refs`; no names and no content. `purpose` is what the person stated (rule D9). */
export interface AuditEntry {
  /** The case's id, `institution:<id>`, or `installation`. */
  readonly chain: string
  /** Verb first, such as `open-identity`. */
  readonly action: string
  readonly actor: AuditActor
  readonly purpose?: string
  readonly refs: Readonly<Record<string, string>>
}

/** Anything that is inside a transaction. */
type InTransaction = QueryExecutorProvider & { readonly isTransaction: true }

/**
 * Adds one entry to its chain, in the caller's transaction: it is there exactly if the change is (rule D8).
 * The chain stays locked until that transaction ends, so write the audit row late in a long one.
 */
export const record = async (trx: InTransaction, entry: AuditEntry): Promise<void> => {
  const [person, institution] = entry.actor === 'system' ? [null, null] : [entry.actor.personId, entry.actor.institutionId]
  await sql`
    select audit_append(${entry.chain}::text, ${entry.action}::text, ${person}::uuid, ${institution}::uuid, ${entry.purpose ?? null}::text, ${JSON.stringify(entry.refs)}::jsonb)
  `.execute(trx)
}
