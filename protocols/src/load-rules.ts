import { join } from 'node:path'
import { type Rule, RulesFile } from '@mreza/contracts-agreements'
import type { Loaded } from './fault.ts'
import { readYaml } from './read-yaml.ts'
import { repeated } from './repeated.ts'

/** The rules of `protocols/rules.yaml`. The file is one: a fault in it leaves all of them out. */
export const loadRules = async (protocolsFolder: string): Promise<Loaded<Rule>> => {
  const read = await readYaml(join(protocolsFolder, 'rules.yaml'), RulesFile)
  if ('faults' in read) return { good: [], faults: read.faults }
  const faults = repeated(read.value.rules.map((rule) => rule.id)).map(({ index, value }) =>
    read.faultAt(['rules', index, 'id'], `the rule ${value} stands twice`),
  )
  return faults.length > 0 ? { good: [], faults } : { good: read.value.rules, faults: [] }
}
