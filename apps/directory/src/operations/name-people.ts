import { peopleByIds } from '../store/people.ts'
import type { Of } from './parts.ts'
import { personOf } from './present.ts'

/** Names for ids; unknown ids are left out. */
export const namePeople: Of<'namePeople'> =
  ({ db }) =>
  async (_ctx, { personIds }) =>
    (await peopleByIds(db.runtime, personIds)).map(personOf)
