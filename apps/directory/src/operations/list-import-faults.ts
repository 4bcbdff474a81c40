import { importFaults } from '../store/records.ts'
import type { Of } from './parts.ts'

/** What the last loading of the files left out, and why (DI2). */
export const listImportFaults: Of<'listImportFaults'> =
  ({ db }) =>
  async () =>
    (await importFaults(db.runtime)).map(({ path, line, reason }) => ({ path, line, reason }))
