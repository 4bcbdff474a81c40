import { relative } from 'node:path'
import type { Template } from '@mreza/contracts-agreements'
import { loadTemplates } from '@mreza/protocols'
import type { Log } from '@mreza/service'

/** The templates of the library by id. A file that breaks its schema is left out alone, and said so with its path, line and reason. */
export const readLibrary = async (folder: string, log: Log): Promise<ReadonlyMap<string, Template>> => {
  const { good, faults } = await loadTemplates(folder)
  for (const { file, line, path, reason } of faults)
    log.error('a template is left out', { file: relative(folder, file), line, path, reason })
  return new Map(good.map((template) => [template.id, template]))
}
