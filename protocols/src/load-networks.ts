import { join } from 'node:path'
import { NationalFile, NetworkFile } from '@mreza/contracts-directory'
import type { Fault, Loaded } from './fault.ts'
import { folderEntries } from './folder-entries.ts'
import { nationalFaults, networkFaults, type Register, registerOf } from './network-references.ts'
import { type ReadYaml, readYaml } from './read-yaml.ts'

/** The networks that could be loaded, and what belongs to no one city; `null` when `national.yaml` itself has a fault. */
export interface LoadedNetworks extends Loaded<NetworkFile> {
  readonly national: NationalFile | null
}

const check = (reads: readonly ReadYaml<NetworkFile>[], national: Register) => {
  const good: NetworkFile[] = []
  const faults: Fault[] = []
  const taken = new Set(national.institutions)
  for (const read of reads) {
    const found = 'faults' in read ? read.faults : networkFaults(read.value, read.faultAt, national, taken)
    faults.push(...found)
    if ('faults' in read || found.length > 0) continue
    good.push(read.value)
    for (const institution of read.value.institutions) taken.add(institution.slug)
  }
  return { good, faults }
}

const loadNationalFile = async (protocolsFolder: string): Promise<{ national: NationalFile | null; faults: readonly Fault[] }> => {
  const read = await readYaml(join(protocolsFolder, 'networks', 'national.yaml'), NationalFile)
  const faults = 'faults' in read ? read.faults : nationalFaults(read.value, read.faultAt)
  return { national: 'faults' in read || faults.length > 0 ? null : read.value, faults }
}

/** What belongs to no one city; `null` when the file has a fault, which {@link loadNetworks} tells. */
export const loadNational = async (protocolsFolder: string): Promise<NationalFile | null> =>
  (await loadNationalFile(protocolsFolder)).national

/**
 * Loads `protocols/networks`: every city and `national.yaml`. A file that breaks its schema or refers to what does not exist is
 * left out alone. While `national.yaml` is at fault, references into it are not judged.
 */
export const loadNetworks = async (protocolsFolder: string): Promise<LoadedNetworks> => {
  const folder = join(protocolsFolder, 'networks')
  const [{ names, faults }, { national, faults: nationalFound }] = await Promise.all([
    folderEntries(folder, 'files'),
    loadNationalFile(protocolsFolder),
  ])
  const cities = names.filter((name) => name.endsWith('.yaml') && name !== 'national.yaml').map((name) => join(folder, name))
  const result = check(await Promise.all(cities.map((city) => readYaml(city, NetworkFile))), registerOf(national))
  return { good: result.good, national, faults: [...faults, ...nationalFound, ...result.faults] }
}
