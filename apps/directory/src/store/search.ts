import type { NetworkId } from '@mreza/contracts-kernel'
import type { Db } from '@mreza/db'
import { type RawBuilder, sql } from 'kysely'
import type { DirectoryTables, InstitutionRow, PersonRow, ServiceRow } from './tables.ts'

type Searched = 'institution' | 'person' | 'service'
type RowOf = { institution: InstitutionRow; person: PersonRow; service: ServiceRow }
export type Hit<Row> = Row & { readonly score: number }

/** How many of one kind are looked at before the best of all are chosen. */
const most = 20

const asPattern = (folded: string) => `%${folded.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

const within = (table: Searched, networkId: NetworkId | null | undefined): RawBuilder<boolean> => {
  if (networkId === null || networkId === undefined) return sql`true`
  if (table !== 'person') return sql`(network_id = ${networkId} or network_id is null)`
  return sql`institution_id in (select id from institution where network_id = ${networkId} or network_id is null)`
}

/** Rows whose folded names hold the folded text or are near to it, best first (DI8). What holds it exactly comes before what is only near. */
export const searchIn = async <T extends Searched>(
  db: Db<DirectoryTables>,
  table: T,
  folded: string,
  networkId: NetworkId | null | undefined,
): Promise<Hit<RowOf[T]>[]> => {
  const pattern = asPattern(folded)
  const { rows } = await sql<Hit<RowOf[T]>>`
    select *, (search like ${pattern})::int + word_similarity(${folded}, search) as score
    from ${sql.table(table)}
    where (search like ${pattern} or ${folded} <% search) and ${within(table, networkId)}
    order by score desc, id limit ${most}`.execute(db)
  return rows
}
