import type { Pools } from '@mreza/db'
import { seedDemoPeople } from '@mreza/directory'
import { type SeedPerson, seedPeople } from '@mreza/gateway'
import { faultLine, loadDemoPeople } from '@mreza/protocols'
import type { Log } from '@mreza/service'

/** The pools of the two contexts that know people. */
export interface SeedPools {
  readonly directory: Pools
  readonly identity: Pools
}

/**
 * Puts the demo people into the directory and into identity, after the directory has loaded the networks. Running it again adds only
 * who is new. A file with faults is said to the log and adds nobody.
 */
export const seedDemo = async (pools: SeedPools, protocolsFolder: string, log: Log): Promise<void> => {
  const { good, faults } = await loadDemoPeople(protocolsFolder)
  for (const fault of faults) log.error('the demo people are left out', { fault: faultLine(fault) })
  const seeded = await seedDemoPeople(pools.directory.worker as Parameters<typeof seedDemoPeople>[0], good)
  const people = seeded.map((person): SeedPerson => ({ ...person, email: `${person.slug}@mreza.example` }))
  const added = await seedPeople(pools.identity.runtime, people, new Date())
  if (added > 0) log.info('demo people added', { people: added })
}
