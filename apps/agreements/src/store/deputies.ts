import type { Deputy, DeputyId } from '@mreza/contracts-agreements'
import type { InstitutionId, NetworkId } from '@mreza/contracts-kernel'
import { json, type Trx } from '@mreza/db'
import { sql } from 'kysely'
import type { AgreementsTables, DeputyRow } from './tables.ts'

type Store = Trx<AgreementsTables>

export const deputyFrom = (row: DeputyRow): Deputy => ({
  id: row.id,
  institutionId: row.institution_id,
  personId: row.person_id,
  decision: row.decision,
  until: row.until,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
})

/** Who deputises today for the head of an institution (AG22). */
export const deputiesOf = async (trx: Store, institutionId: InstitutionId): Promise<Deputy[]> => {
  const rows = await trx
    .selectFrom('deputy')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`(until is null or until >= (now() at time zone 'Europe/Belgrade')::date)`)
    .orderBy('recorded_at')
    .execute()
  return rows.map(deputyFrom)
}

/** Keeps a new deputy. */
export const insertDeputy = async (trx: Store, deputy: Deputy, networkId: NetworkId | null): Promise<void> => {
  await trx
    .insertInto('deputy')
    .values({
      id: deputy.id,
      institution_id: deputy.institutionId,
      network_id: networkId,
      person_id: deputy.personId,
      decision: json(deputy.decision),
      until: deputy.until,
      recorded_at: deputy.recordedAt,
      recorded_by: deputy.recordedBy,
    })
    .execute()
}

export const deputyById = (trx: Store, id: DeputyId): Promise<DeputyRow | undefined> =>
  trx.selectFrom('deputy').selectAll().where('id', '=', id).executeTakeFirst()

/** Ends it unless it has ended; false when it had. */
export const endDeputyAt = async (trx: Store, id: DeputyId, at: string): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('deputy')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
