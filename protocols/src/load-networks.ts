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

/**
 * Loads `protocols/networks`: every city and `national.yaml`. A file that breaks its schema or refers to what does not exist is
 * left out alone. While `national.yaml` is at fault, references into it are not judged.
 */
export const loadNetworks = async (protocolsFolder: string): Promise<LoadedNetworks> => {
  const folder = join(protocolsFolder, 'networks')
  const { names, faults } = await folderEntries(folder, 'files')
  const file = join(folder, 'national.yaml')
  const read = await readYaml(file, NationalFile)
  const nationalFound = 'faults' in read ? read.faults : nationalFaults(read.value, read.faultAt)
  const national = 'faults' in read || nationalFound.length > 0 ? null : read.value
  const cities = names.filter((name) => name.endsWith('.yaml') && name !== 'national.yaml').map((name) => join(folder, name))
  const result = check(await Promise.all(cities.map((city) => readYaml(city, NetworkFile))), registerOf(national))
  return { good: result.good, national, faults: [...faults, ...nationalFound, ...result.faults] }
}
