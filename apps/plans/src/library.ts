import { relative } from 'node:path'
import { type PlanTemplate, PlanTemplateKind } from '@mreza/contracts-plans'
import { loadPlanTemplates } from '@mreza/protocols'
import type { Log } from '@mreza/service'

/**
 * The templates of plans by id, in the order of their kinds. A file that breaks its schema is left out alone, and said so with its
 * path, line and reason.
 */
export const readPlanLibrary = async (folder: string, log: Log): Promise<ReadonlyMap<string, PlanTemplate>> => {
  const { good, faults } = await loadPlanTemplates(folder)
  for (const { file, line, path, reason } of faults)
    log.error('a template of plans is left out', { file: relative(folder, file), line, path, reason })
  const kinds = PlanTemplateKind.options
  const inOrder = [...good].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.id < b.id ? -1 : 1))
  return new Map(inOrder.map((template) => [template.id, template]))
}
