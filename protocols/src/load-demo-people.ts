import { join } from 'node:path'
import { type DemoPeopleFile as DemoPeople, DemoPeopleFile, type DemoPerson } from './demo-person.ts'
import type { Fault, Loaded } from './fault.ts'
import { type LoadedNetworks, loadNetworks } from './load-networks.ts'
import type { FaultAt } from './place-finder.ts'
import { readYaml } from './read-yaml.ts'
import { repeated } from './repeated.ts'

const networkOf = (networks: LoadedNetworks): ReadonlyMap<string, string | null> =>
  new Map([
    ...networks.good.flatMap(({ network, institutions }) => institutions.map(({ slug }): [string, string | null] => [slug, network.slug])),
    ...(networks.national?.bodies ?? []).map(({ slug }): [string, string | null] => [slug, null]),
  ])

const placeFaults = ({ people }: DemoPeople, networks: LoadedNetworks, faultAt: FaultAt): Fault[] => {
  const known = networkOf(networks)
  return people.flatMap((person, index) => {
    const network = known.get(person.institution)
    if (network === undefined) return [faultAt(['people', index, 'institution'], `there is no institution ${person.institution}`)]
    return person.network === null || person.network === network
      ? []
      : [faultAt(['people', index, 'network'], `${person.institution} is not of this network`)]
  })
}

/** The invented people of `protocols/demo/people.yaml`; none at all when the file has a fault. Institutions are judged only while every network could be loaded. */
export const loadDemoPeople = async (protocolsFolder: string): Promise<Loaded<DemoPerson>> => {
  const [read, networks] = await Promise.all([
    readYaml(join(protocolsFolder, 'demo', 'people.yaml'), DemoPeopleFile),
    loadNetworks(protocolsFolder),
  ])
  if ('faults' in read) return { good: [], faults: read.faults }
  const slugs = read.value.people.map((person) => person.slug)
  const faults = [
    ...repeated(slugs).map(({ index, value }) => read.faultAt(['people', index, 'slug'], `${value} stands twice`)),
    ...(networks.faults.length > 0 ? [] : placeFaults(read.value, networks, read.faultAt)),
  ]
  return faults.length > 0 ? { good: [], faults } : { good: read.value.people, faults: [] }
}
