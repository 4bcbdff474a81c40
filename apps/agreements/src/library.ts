import type { Template } from '@mreza/contracts-agreements'
import { loadTemplates } from '@mreza/protocols'
import type { Log } from '@mreza/service'

/** The templates of the library by id. A file that breaks its schema is left out alone and said so. */
export const readLibrary = async (folder: string, log: Log): Promise<ReadonlyMap<string, Template>> => {
  const { good, faults } = await loadTemplates(folder)
  for (const fault of faults) log.error('a template is left out', { path: fault.path, line: fault.line, reason: fault.reason })
  return new Map(good.map((template) => [template.id, template]))
}
