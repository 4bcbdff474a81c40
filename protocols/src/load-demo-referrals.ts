import { join } from 'node:path'
import { DemoReferral } from './demo-referral.ts'
import type { Loaded } from './fault.ts'
import { folderEntries } from './folder-entries.ts'
import { loadDemoPeople } from './load-demo-people.ts'
import { readYaml } from './read-yaml.ts'

/** The referrals of `protocols/demo/scenario-*.yaml`; a file with a fault, or whose sender is no demo person, is left out alone. */
export const loadDemoReferrals = async (protocolsFolder: string): Promise<Loaded<DemoReferral>> => {
  const folder = join(protocolsFolder, 'demo')
  const [{ names, faults }, people] = await Promise.all([folderEntries(folder, 'files'), loadDemoPeople(protocolsFolder)])
  const files = names.filter((name) => /^scenario-.+\.yaml$/u.test(name))
  const reads = await Promise.all(files.map((name) => readYaml(join(folder, name), DemoReferral)))
  const isPerson = (slug: string) => people.faults.length > 0 || people.good.some((person) => person.slug === slug)
  const found = reads.map((read) => {
    if ('faults' in read) return { good: [], faults: read.faults }
    return isPerson(read.value.sender)
      ? { good: [read.value], faults: [] }
      : { good: [], faults: [read.faultAt(['sender'], `there is no demo person ${read.value.sender}`)] }
  })
  return { good: found.flatMap((each) => each.good), faults: [...faults, ...found.flatMap((each) => each.faults)] }
}
