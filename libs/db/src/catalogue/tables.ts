import { type Kysely, sql } from 'kysely'
import type { CatalogueException } from './check-catalogue.ts'

/** What the migrator keeps for itself: no role of ours has any grant on it, which `unpolicedGrants` would show. */
const migratorTables = ['migration', 'migration_lock']

const unforced = (db: Kysely<unknown>, schemas: readonly string[]) =>
  sql<CatalogueException>`
    select n.nspname || '.' || c.relname as object, 'row-level security is not enabled and forced' as why
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any(${schemas}::text[]) and c.relname <> all(${migratorTables}::text[])
      and not (c.relrowsecurity and c.relforcerowsecurity)`.execute(db)

/** Who was granted what on a table `c`, as a whole or on single columns of it. */
const grants = sql`(
  select g.grantee, g.privilege_type from aclexplode(c.relacl) g
  union select g.grantee, g.privilege_type from pg_attribute a cross join lateral aclexplode(a.attacl) g where a.attrelid = c.oid and not a.attisdropped
)`

/** Commands that a role of ours (or everyone) was granted although no policy of the table covers them. */
const unpolicedGrants = (db: Kysely<unknown>, schemas: readonly string[]) =>
  sql<CatalogueException>`
    select n.nspname || '.' || c.relname as object, g.privilege_type || ' is granted to ' || coalesce(r.rolname, 'public') || ' without a policy' as why
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      cross join lateral ${grants} g
      left join pg_roles r on r.oid = g.grantee
    where c.relkind in ('r', 'p') and n.nspname = any(${schemas}::text[])
      and g.privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') and g.grantee <> c.relowner
      and not exists (
        select 1 from pg_policy p
        where p.polrelid = c.oid and p.polcmd in ('*', case g.privilege_type when 'SELECT' then 'r' when 'INSERT' then 'a' when 'UPDATE' then 'w' else 'd' end)
          and (p.polroles @> array[0::oid] or p.polroles @> array[g.grantee]
            or exists (select 1 from pg_auth_members m where m.member = g.grantee and m.roleid = any(p.polroles))))`.execute(db)

const forbiddenGrants = (db: Kysely<unknown>) =>
  sql<CatalogueException>`
    select n.nspname || '.' || c.relname as object, g.privilege_type || ' is granted to ' || coalesce(r.rolname, 'public') as why
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      cross join lateral ${grants} g
      left join pg_roles r on r.oid = g.grantee
    where g.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER') and g.grantee <> c.relowner
      and (r.rolname like 'mreza\\_%' or g.grantee = 0) and n.nspname not in ('pg_catalog', 'information_schema')`.execute(db)

const ownedTables = (db: Kysely<unknown>) =>
  sql<CatalogueException>`
    select n.nspname || '.' || c.relname as object, 'is owned by ' || r.rolname as why
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
    where r.rolname like 'mreza\\_%' and r.rolcanlogin and c.relkind in ('r', 'p', 'v', 'm')`.execute(db)

/** Tables outside row-level security, grants that no policy covers, TRUNCATE grants, tables owned by a role that logs in. */
export const tableExceptions = async (db: Kysely<unknown>, schemas: readonly string[]): Promise<CatalogueException[]> => {
  const found = [await unforced(db, schemas), await unpolicedGrants(db, schemas), await forbiddenGrants(db), await ownedTables(db)]
  return found.flatMap((result) => result.rows)
}
