import type { Of } from './parts.ts'

/** The templates that a plan may begin from (PL8). */
export const listPlanTemplates: Of<'listPlanTemplates'> =
  ({ templates }) =>
  async () => [...templates.values()]
