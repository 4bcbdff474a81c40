import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'

/** The tables of a database that hold a word anywhere, in text or in bytes. */
export const tablesWith = async (admin: Kysely<unknown>, word: string): Promise<string[]> => {
  const { rows } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by schemaname, tablename`.execute(admin)
  const found: string[] = []
  const [text, bytes] = [`%${word}%`, `%${Buffer.from(word).toString('hex')}%`]
  for (const { schema, name } of rows) {
    const { rows: held } = await sql`
      select from ${sql.table(`${schema}.${name}`)} t where t::text like ${text} or t::text like ${bytes} limit 1`.execute(admin)
    if (held.length > 0) found.push(`${schema}.${name}`)
  }
  return found
}

/** The files of a database on this machine that hold a word. */
export const filesWith = async (admin: Kysely<unknown>, word: string): Promise<string[]> => {
  const { rows } = await sql<{ folder: string }>`
    select current_setting('data_directory') || '/base/' || oid as folder from pg_database where datname = current_database()`.execute(
    admin,
  )
  const folder = rows[0]?.folder ?? ''
  const found: string[] = []
  for (const name of await readdir(folder)) if ((await readFile(join(folder, name))).includes(word)) found.push(name)
  return found
}
