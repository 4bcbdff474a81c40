import type { NetworkSummary } from '@mreza/contracts-directory'
import type { NetworkId } from '@mreza/contracts-kernel'
import type { Db } from '@mreza/db'
import { sql } from 'kysely'
import type { DirectoryTables, GapTable, NetworkRow } from './tables.ts'

type Store = Db<DirectoryTables>
type Counted = NetworkRow & { readonly institution_count: number; readonly service_count: number }

const countIn = (table: 'institution' | 'service') =>
  sql<number>`(select count(*) from ${sql.table(table)} counted where counted.network_id = network.id)`

const counted = (db: Store) =>
  db
    .selectFrom('network')
    .selectAll()
    .select([countIn('institution').as('institution_count'), countIn('service').as('service_count')])

export const networkSummaryOf = (row: Counted): NetworkSummary => ({
  id: row.id,
  slug: row.slug,
  city: row.city,
  locative: row.locative,
  institutionCount: row.institution_count,
  serviceCount: row.service_count,
})

/** All networks, by the name of the city. */
export const allNetworks = (db: Store): Promise<Counted[]> => counted(db).orderBy('slug').execute()

export const networkById = (db: Store, id: NetworkId): Promise<Counted | undefined> => counted(db).where('id', '=', id).executeTakeFirst()

/** What the sources say is missing in the city. */
export const gapsOf = (db: Store, id: NetworkId): Promise<GapTable[]> =>
  db.selectFrom('gap').selectAll().where('network_id', '=', id).orderBy('position').execute()
