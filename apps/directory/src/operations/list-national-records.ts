import { recordsOf } from '../store/records.ts'
import type { Of } from './parts.ts'
import { recordOf } from './present.ts'

/** Laws, instructions, strategies and bodies that belong to no one network. */
export const listNationalRecords: Of<'listNationalRecords'> =
  ({ db }) =>
  async () =>
    (await recordsOf(db.runtime, null)).map(recordOf)
