import { newId, type Trx } from '@mreza/db'
import type { DirectoryTables } from '../store/tables.ts'
import type { IdOf } from './register.ts'

const tables = { network: 'network', institution: 'institution', service: 'service', record: 'agreement_record' } as const
type Kind = keyof typeof tables

const keptIds = async (trx: Trx<DirectoryTables>, kind: Kind): Promise<Map<string, string>> => {
  const rows = await trx.selectFrom(tables[kind]).select(['slug', 'id']).execute()
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

/** The ids of what is kept already by slug, and a new one, made once, for every other slug (DI3). */
export const idsOf = async (trx: Trx<DirectoryTables>): Promise<{ idOf: IdOf; institutions: readonly string[] }> => {
  const kept = new Map<Kind, Map<string, string>>()
  for (const kind of Object.keys(tables) as Kind[]) kept.set(kind, await keptIds(trx, kind))
  const idOf: IdOf = (kind, slug) => {
    const ofKind = kept.get(kind) ?? new Map<string, string>()
    const id = ofKind.get(slug) ?? newId()
    kept.set(kind, ofKind.set(slug, id))
    return id
  }
  return { idOf, institutions: [...(kept.get('institution')?.keys() ?? [])] }
}
