import type { Trx } from '@mreza/db'
import { sql } from 'kysely'
import type { DirectoryTables } from '../store/tables.ts'
import { type Difference, differencesBetween } from './differences.ts'

/** The tables that come from files, with the columns by which a row is the same row. */
export const keysOf = {
  network: ['id'],
  institution: ['id'],
  service: ['id'],
  agreement_record: ['id'],
  gap: ['network_id', 'position'],
} as const satisfies Partial<Record<keyof DirectoryTables, readonly string[]>>

export type FromFiles = keyof typeof keysOf
type Row<T extends FromFiles> = DirectoryTables[T]

const columns = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)))
const fromExcluded = (names: readonly string[]) => sql.join(names.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))

const keyOf =
  (table: FromFiles) =>
  (row: object): string =>
    keysOf[table].map((column) => String((row as Record<string, unknown>)[column])).join('/')

const upsert = async <T extends FromFiles>(trx: Trx<DirectoryTables>, table: T, rows: readonly Row<T>[]): Promise<void> => {
  const [first] = rows
  if (first === undefined) return
  const names = Object.keys(first)
  const others = names.filter((name) => !(keysOf[table] as readonly string[]).includes(name))
  await sql`
    insert into ${sql.table(table)} (${columns(names)})
    select ${columns(names)} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    on conflict (${columns(keysOf[table])}) do update set ${fromExcluded(others)}`.execute(trx)
}

const keptIn = async <T extends FromFiles>(trx: Trx<DirectoryTables>, table: T): Promise<Row<T>[]> =>
  (await sql<Row<T>>`select * from ${sql.table(table)}`.execute(trx)).rows

/** Keeps the rows that are new or differ, and gives them back with what was there before (DI3). */
export const saveRows = async <T extends FromFiles>(
  trx: Trx<DirectoryTables>,
  table: T,
  wanted: readonly Row<T>[],
): Promise<Difference<Row<T>>[]> => {
  const differences = differencesBetween(await keptIn(trx, table), wanted, keyOf(table))
  await upsert(
    trx,
    table,
    differences.map(({ row }) => row),
  )
  return differences
}

/**
 * Removes rows of the loaded networks (`null` for the national file) that their files no longer have, and says how many.
 * What belongs to a file that could not be read stays as it is (DI2).
 */
export const removeVanished = async <T extends 'service' | 'agreement_record' | 'gap'>(
  trx: Trx<DirectoryTables>,
  table: T,
  wanted: readonly Row<T>[],
  loaded: ReadonlySet<string | null>,
): Promise<number> => {
  const stays = new Set(wanted.map(keyOf(table)))
  const gone = (await keptIn(trx, table)).filter((row) => loaded.has(row.network_id) && !stays.has(keyOf(table)(row)))
  for (const row of gone) {
    const same = keysOf[table].map((column) => sql`${sql.ref(column)} = ${(row as unknown as Record<string, unknown>)[column]}`)
    await sql`delete from ${sql.table(table)} where ${sql.join(same, sql` and `)}`.execute(trx)
  }
  return gone.length
}
