import { emit } from '@mreza/bus'
import { institutionRegistered, networkRegistered } from '@mreza/contracts-directory'
import { asWorker, type Db, type Trx } from '@mreza/db'
import { sql } from 'kysely'
import type { DirectoryTables, InstitutionTable } from '../store/tables.ts'
import type { Difference } from './differences.ts'
import { idsOf } from './ids.ts'
import { type Register, type RegisterFiles, registerFrom } from './register.ts'
import { removeVanished, saveRows } from './save-rows.ts'

/** How much of the register a loading changed. */
export interface Changed {
  readonly networks: number
  readonly institutions: number
  readonly services: number
  readonly records: number
  readonly removed: number
}

type Store = Trx<DirectoryTables>

const tellsOthers = ({ row, before }: Difference<InstitutionTable>) =>
  before === undefined || before.sector !== row.sector || before.network_id !== row.network_id

const announce = async (
  trx: Store,
  networks: readonly Difference<Register['networks'][number]>[],
  institutions: readonly Difference<InstitutionTable>[],
): Promise<void> => {
  for (const { row } of networks) await emit(trx, networkRegistered, { networkId: row.id, slug: row.slug })
  for (const { row } of institutions.filter(tellsOthers))
    await emit(trx, institutionRegistered, { institutionId: row.id, networkId: row.network_id, sector: row.sector })
}

const removeAll = async (trx: Store, register: Register, files: RegisterFiles): Promise<number> => {
  const loaded = new Set<string | null>(register.networks.map(({ id }) => id))
  if (files.national !== undefined) loaded.add(null)
  return (
    (await removeVanished(trx, 'service', register.services, loaded)) +
    (await removeVanished(trx, 'agreement_record', register.records, loaded)) +
    (await removeVanished(trx, 'gap', register.gaps, loaded))
  )
}

const saveAll = async (trx: Store, files: RegisterFiles): Promise<Changed> => {
  // One loading at a time, whatever the number of instances.
  await sql`select pg_advisory_xact_lock(hashtextextended('mreza.directory.import', 0))`.execute(trx)
  const { idOf, institutions: kept } = await idsOf(trx)
  const register = registerFrom(files, kept, idOf)
  const networks = await saveRows(trx, 'network', register.networks)
  const institutions = await saveRows(trx, 'institution', register.institutions)
  const services = await saveRows(trx, 'service', register.services)
  const records = await saveRows(trx, 'agreement_record', register.records)
  await saveRows(trx, 'gap', register.gaps)
  const removed = await removeAll(trx, register, files)
  await announce(trx, networks, institutions)
  return { networks: networks.length, institutions: institutions.length, services: services.length, records: records.length, removed }
}

/**
 * Brings the register to what the files say (DI3). An institution that its file no longer has stays, for agreements and people
 * may name it; services, records and gaps go. The same files again change and announce nothing.
 */
export const saveRegister = (db: Db<DirectoryTables>, files: RegisterFiles): Promise<Changed> => asWorker(db, (trx) => saveAll(trx, files))
