import { type Kysely, type RawBuilder, sql } from 'kysely'

export type RowCommand = 'select' | 'insert' | 'update' | 'delete'

/** What a role may do with which rows of a table. What no rule names is closed. */
export interface RowRule {
  /** The database role. */
  readonly to: string
  readonly can: readonly RowCommand[]
  /** Which rows; every row unless told. For an insert, which new rows. */
  readonly rows?: RawBuilder<boolean>
  /** What a row must be after an update; the same as `rows` unless told. */
  readonly after?: RawBuilder<boolean>
}

const words = { select: sql`select`, insert: sql`insert`, update: sql`update`, delete: sql`delete` } as const

const policy = async (db: Kysely<unknown>, table: string, rule: RowRule, command: RowCommand): Promise<void> => {
  const rows = rule.rows ?? sql<boolean>`true`
  const using = command === 'insert' ? sql`` : sql`using (${rows})`
  const check = command === 'insert' || command === 'update' ? sql`with check (${rule.after ?? rows})` : sql``
  const counted = await sql<{
    count: number
  }>`select count(*) as count from pg_policies where schemaname = current_schema() and tablename = ${table}`.execute(db)
  const name = sql.id(`${rule.to}_${command}_${(counted.rows[0]?.count ?? 0) + 1}`)
  await sql`create policy ${name} on ${sql.id(table)} for ${words[command]} to ${sql.id(rule.to)} ${using} ${check}`.execute(db)
}

/**
 * For migrations: turns row-level security on and forces it (rule D4), then grants exactly what the rules name and
 * writes a policy for each. Several rules for one role and command add up. The table is of the migration's own schema.
 * The owner of the schema keeps its way in, so that reviewed SECURITY DEFINER functions work under a plain owner too.
 * @example await allow(db, 'task', [{ to: 'mreza_conferences', can: ['select', 'update'], rows: sql`case_id in (select access.my_cases())` }])
 */
export const allow = async <T>(db: Kysely<T>, table: string, rules: readonly RowRule[]): Promise<void> => {
  const plain = db as unknown as Kysely<unknown>
  await sql`alter table ${sql.id(table)} enable row level security`.execute(plain)
  await sql`alter table ${sql.id(table)} force row level security`.execute(plain)
  const owner =
    await sql`select 1 from pg_policies where schemaname = current_schema() and tablename = ${table} and policyname = 'owner'`.execute(
      plain,
    )
  if (owner.rows.length === 0)
    await sql`create policy owner on ${sql.id(table)} for all to current_user using (true) with check (true)`.execute(plain)
  for (const rule of rules) {
    for (const command of rule.can) {
      await sql`grant ${words[command]} on ${sql.id(table)} to ${sql.id(rule.to)}`.execute(plain)
      await policy(plain, table, rule, command)
    }
  }
}
