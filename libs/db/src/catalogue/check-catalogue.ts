import type { Kysely } from 'kysely'
import { functionExceptions, roleExceptions, viewExceptions } from './functions-views-roles.ts'
import { tableExceptions } from './tables.ts'

/** One thing in the catalogue that breaks rules D4 or D12. */
export interface CatalogueException {
  readonly object: string
  readonly why: string
}

export interface CatalogueRules {
  /** Schemas whose every table must be under row-level security. */
  readonly rlsSchemas: readonly string[]
  /** SECURITY DEFINER functions that were reviewed, as `schema.name`. */
  readonly definerAllowList: readonly string[]
}

/**
 * Reads the catalogue for trial T05. Empty means: every table enables and forces row-level security and each granted command
 * has a policy; views are `security_invoker`; definer functions are on the list with a fixed search path; no role of ours
 * is a superuser, bypasses row-level security, may truncate, or owns a table.
 */
export const checkCatalogue = async <T>(admin: Kysely<T>, rules: CatalogueRules): Promise<CatalogueException[]> => {
  const db = admin as unknown as Kysely<unknown>
  return [
    ...(await tableExceptions(db, rules.rlsSchemas)),
    ...(await viewExceptions(db)),
    ...(await functionExceptions(db, rules.definerAllowList)),
    ...(await roleExceptions(db)),
  ]
}
