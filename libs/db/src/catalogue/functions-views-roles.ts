import { type Kysely, sql } from 'kysely'
import type { CatalogueException } from './check-catalogue.ts'

const ours = sql`n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'`

/** Views that would read with their owner's rights, and materialised views, which have no row-level security at all. */
export const viewExceptions = async (db: Kysely<unknown>): Promise<CatalogueException[]> => {
  const { rows } = await sql<CatalogueException>`
    select n.nspname || '.' || c.relname as object, case c.relkind when 'm' then 'is a materialised view' else 'is not security_invoker' end as why
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and (c.relkind = 'm' or c.relkind = 'v'
      and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false))`.execute(db)
  return rows
}

/** SECURITY DEFINER functions that nobody reviewed, that anyone may call, or whose search path the caller could bend. */
export const functionExceptions = async (db: Kysely<unknown>, allowList: readonly string[]): Promise<CatalogueException[]> => {
  const { rows } = await sql<{ object: string; listed: boolean; fixed: boolean; open: boolean }>`
    select n.nspname || '.' || p.proname as object, n.nspname || '.' || p.proname = any(${allowList}::text[]) as listed,
      exists (select 1 from unnest(p.proconfig) setting where setting like 'search\\_path=%') as fixed,
      p.proacl is null or exists (select 1 from aclexplode(p.proacl) g where g.grantee = 0 and g.privilege_type = 'EXECUTE') as open
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${ours} and p.prosecdef`.execute(db)
  return rows.flatMap(({ object, listed, fixed, open }) => [
    ...(listed ? [] : [{ object, why: 'is SECURITY DEFINER and not on the reviewed list' }]),
    ...(fixed ? [] : [{ object, why: 'is SECURITY DEFINER without a fixed search_path' }]),
    ...(open ? [{ object, why: 'is SECURITY DEFINER and open to everyone' }] : []),
  ])
}

/** Roles of ours with more power than a service may have. */
export const roleExceptions = async (db: Kysely<unknown>): Promise<CatalogueException[]> => {
  const { rows } = await sql<CatalogueException>`
    select rolname as object, 'is a superuser, bypasses row-level security, or may create roles' as why
    from pg_roles where rolname like 'mreza\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`.execute(
    db,
  )
  return rows
}
