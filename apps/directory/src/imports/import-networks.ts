import { relative } from 'node:path'
import type { ImportFault } from '@mreza/contracts-directory'
import type { Db } from '@mreza/db'
import { type Fault, type LoadedNetworks, loadNetworks } from '@mreza/protocols'
import type { Log } from '@mreza/service'
import type { DirectoryTables } from '../store/tables.ts'
import { conflictsIn } from './conflicts.ts'
import type { RegisterFiles } from './register.ts'
import { saveFaults } from './save-faults.ts'
import { type Changed, saveRegister } from './save-register.ts'

const faultOf =
  (folder: string) =>
  ({ file, line, path, reason }: Fault): ImportFault => ({
    path: relative(folder, file),
    line,
    reason: path === '' ? reason : `${path}: ${reason}`,
  })

/** Leaves out the files that contradict others (DI4); those that break their schema were left out when they were read (DI2). */
const sift = ({ good, national }: LoadedNetworks): { files: RegisterFiles; faults: ImportFault[] } => {
  const files: RegisterFiles = { networks: good, ...(national === null ? {} : { national }) }
  const conflicts = conflictsIn(files)
  const out = new Set(conflicts.map(({ network }) => network))
  return {
    files: { ...files, networks: good.filter(({ network }) => !out.has(network.slug)) },
    faults: conflicts.map(({ network, reason }) => ({ path: network, line: null, reason })),
  }
}

/**
 * Loads the networks and the national bodies from `<folder>/networks` into the register (DI1–DI4). A broken file is left out alone,
 * said in the log with its path, line and reason, and kept for `listImportFaults`. Runs as the worker role; safe to run again.
 */
export const importNetworks = async (worker: Db<DirectoryTables>, folder: string, log: Log, now: Date): Promise<Changed> => {
  const loaded = await loadNetworks(folder)
  const { files, faults: conflicting } = sift(loaded)
  const faults = [...loaded.faults.map(faultOf(folder)), ...conflicting]
  for (const { path, line, reason } of faults) log.error('a network file is left out', { path, line, reason })
  await saveFaults(worker, faults, now)
  const changed = await saveRegister(worker, files)
  log.info('networks loaded', { ...changed, faults: faults.length })
  return changed
}
