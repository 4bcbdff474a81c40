import { refuseInAgreements } from '@mreza/contracts-agreements'
import type { Of } from './parts.ts'

/** One template in full. */
export const readTemplate: Of<'readTemplate'> =
  ({ library }) =>
  async (_ctx, { templateId }) => {
    const template = library.get(templateId)
    if (template === undefined) throw refuseInAgreements('not-found', { field: 'templateId' })
    return template
  }
