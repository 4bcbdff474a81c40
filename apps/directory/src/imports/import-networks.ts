import type { ImportFault } from '@mreza/contracts-directory'
import type { Db } from '@mreza/db'
import { loadNetworks } from '@mreza/protocols'
import type { Log } from '@mreza/service'
import type { DirectoryTables } from '../store/tables.ts'
import { conflictsIn } from './conflicting-sectors.ts'
import type { RegisterFiles } from './register.ts'
import { saveFaults } from './save-faults.ts'
import { type Changed, saveRegister } from './save-register.ts'

/** The part of the files that can stand, and why the rest cannot. */
export interface Sifted {
  readonly files: RegisterFiles
  readonly faults: readonly ImportFault[]
}

/** Leaves out the files that contradict others (DI4); what broke its schema was left out by who read it (DI2). */
export const sift = (files: RegisterFiles, faults: readonly ImportFault[]): Sifted => {
  const conflicts = conflictsIn(files)
  const out = new Set(conflicts.map(({ network }) => network))
  return {
    files: { ...files, networks: files.networks.filter(({ network }) => !out.has(network.slug)) },
    faults: [...faults, ...conflicts.map(({ network, reason }) => ({ path: network, line: null, reason }))],
  }
}

/**
 * Loads the networks and the national bodies from `<folder>/networks` into the register (DI1–DI4). A broken file is left out alone,
 * said in the log with its path, line and reason, and kept for `listImportFaults`. Runs as the worker role; safe to run again.
 */
export const importNetworks = async (worker: Db<DirectoryTables>, folder: string, log: Log, now: Date): Promise<Changed> => {
  const { good, faults: broken } = await loadNetworks(folder)
  const { files, faults } = sift(good, broken)
  for (const { path, line, reason } of faults) log.error('a network file is left out', { path, line, reason })
  await saveFaults(worker, faults, now)
  const changed = await saveRegister(worker, files)
  log.info('networks loaded', { ...changed, faults: faults.length })
  return changed
}
