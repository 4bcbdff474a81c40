import type { InstitutionId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { KnownInstitution } from '../domain/parties.ts'
import type { AgreementsTables } from './tables.ts'

/** What the directory announced of these institutions; unknown ones are left out. */
export const knownInstitutions = async (
  trx: Trx<AgreementsTables>,
  ids: readonly InstitutionId[],
): Promise<ReadonlyMap<string, KnownInstitution>> => {
  const rows = await trx.selectFrom('institution').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { id: row.id, networkId: row.network_id, sector: row.sector }]))
}

/** Keeps what the directory announced, unless something later is known already: events may arrive in any order. */
export const keepInstitution = async (
  trx: Trx<AgreementsTables>,
  { id, networkId, sector }: KnownInstitution,
  announcedAt: string,
): Promise<void> => {
  const told = { network_id: networkId, sector, announced_at: announcedAt }
  await trx
    .insertInto('institution')
    .values({ id, ...told })
    .onConflict((same) => same.column('id').doUpdateSet(told).where('institution.announced_at', '<=', announcedAt))
    .execute()
}
