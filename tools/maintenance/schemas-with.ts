import { type Kysely, sql } from 'kysely'

/** The schemas that hold a table of this name, in alphabetical order. */
export async function schemasWith(db: Kysely<unknown>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_schema as name from information_schema.tables where table_name = ${table} order by table_schema`.execute(db)
  return rows.map(({ name }) => name)
}
