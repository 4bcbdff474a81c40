import { join } from 'node:path'
import type { Rule } from '@mreza/contracts-agreements'
import { PlanTemplate } from '@mreza/contracts-plans'
import type { Fault, Loaded } from './fault.ts'
import { folderEntries } from './folder-entries.ts'
import { loadRules } from './load-rules.ts'
import { planTemplateFaults } from './plan-template-references.ts'
import { readYaml } from './read-yaml.ts'

const ending = '.yaml'

type Outcome = { readonly template: PlanTemplate } | { readonly faults: readonly Fault[] }

const loadOne = async (folder: string, name: string, rules: ReadonlyMap<string, Rule> | null): Promise<Outcome> => {
  const read = await readYaml(join(folder, name), PlanTemplate)
  if ('faults' in read) return read
  const { value, faultAt } = read
  const misnamed = `${value.id}${ending}` === name ? [] : [faultAt(['id'], `is not the name of its file, ${name}`)]
  const faults = [...misnamed, ...planTemplateFaults(value, rules, faultAt)]
  return faults.length > 0 ? { faults } : { template: value }
}

/**
 * Loads `protocols/plans`: each file is one template to begin a plan from. A file with a fault is left out alone. Faults of the rules
 * that it refers to are told by their own loader.
 */
export const loadPlanTemplates = async (protocolsFolder: string): Promise<Loaded<PlanTemplate>> => {
  const folder = join(protocolsFolder, 'plans')
  const [{ names, faults }, rules] = await Promise.all([folderEntries(folder, 'files'), loadRules(protocolsFolder)])
  const known = rules.faults.length > 0 ? null : new Map<string, Rule>(rules.good.map((rule) => [rule.id, rule]))
  const files = names.filter((name) => name.endsWith(ending))
  const outcomes = await Promise.all(files.map((name) => loadOne(folder, name, known)))
  return {
    good: outcomes.flatMap((outcome) => ('template' in outcome ? [outcome.template] : [])),
    faults: [...faults, ...outcomes.flatMap((outcome) => ('faults' in outcome ? outcome.faults : []))],
  }
}
