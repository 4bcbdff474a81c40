import type { InstitutionId, NetworkId, Sector } from '@mreza/contracts-kernel'
import type { Db } from '@mreza/db'
import type { DirectoryTables, InstitutionRow, ServiceRow } from './tables.ts'

type Store = Db<DirectoryTables>

/** Which institutions: of a network and the national bodies; of all; or (`null`) the national bodies alone. */
export interface Narrowing {
  readonly networkId?: NetworkId | null | undefined
  readonly sectors?: readonly Sector[] | undefined
}

/** Institutions by network and in the order of their file, the national bodies last. */
export const institutionsLike = async (db: Store, { networkId, sectors }: Narrowing): Promise<InstitutionRow[]> => {
  if (sectors?.length === 0) return []
  let query = db.selectFrom('institution').selectAll().orderBy('network_id').orderBy('position')
  if (networkId === null) query = query.where('network_id', 'is', null)
  else if (networkId !== undefined) query = query.where((row) => row.or([row('network_id', '=', networkId), row('network_id', 'is', null)]))
  if (sectors !== undefined) query = query.where('sector', 'in', sectors)
  return query.execute()
}

/** The institutions of one network, in the order of its file. */
export const institutionsOf = (db: Store, networkId: NetworkId): Promise<InstitutionRow[]> =>
  db.selectFrom('institution').selectAll().where('network_id', '=', networkId).orderBy('position').execute()

export const institutionById = (db: Store, id: InstitutionId): Promise<InstitutionRow | undefined> =>
  db.selectFrom('institution').selectAll().where('id', '=', id).executeTakeFirst()

/** The institutions with these ids; unknown ids are left out. */
export const institutionsByIds = async (db: Store, ids: readonly InstitutionId[]): Promise<InstitutionRow[]> =>
  ids.length === 0 ? [] : db.selectFrom('institution').selectAll().where('id', 'in', ids).execute()

/** The services of one network, or (`null`) those that belong to none, in the order of their file. */
export const servicesOf = (db: Store, networkId: NetworkId | null): Promise<ServiceRow[]> =>
  db
    .selectFrom('service')
    .selectAll()
    .where('network_id', networkId === null ? 'is' : '=', networkId)
    .orderBy('position')
    .execute()

/** The services that an institution provides. */
export const servicesBy = (db: Store, providerId: InstitutionId): Promise<ServiceRow[]> =>
  db.selectFrom('service').selectAll().where('provider_id', '=', providerId).orderBy('position').execute()
