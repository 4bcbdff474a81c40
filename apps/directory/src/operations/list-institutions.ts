import { institutionsLike } from '../store/institutions.ts'
import type { Of } from './parts.ts'
import { summaryOf } from './present.ts'

/** Institutions for pickers and marks. */
export const listInstitutions: Of<'listInstitutions'> =
  ({ db }) =>
  async (_ctx, narrowing) =>
    (await institutionsLike(db.runtime, narrowing)).map(summaryOf)
