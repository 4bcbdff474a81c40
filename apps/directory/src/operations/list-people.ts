import { peopleOf } from '../store/people.ts'
import type { Of } from './parts.ts'
import { personOf } from './present.ts'

/** Professionals of the given institutions, heads first. */
export const listPeople: Of<'listPeople'> =
  ({ db }) =>
  async (_ctx, { institutionIds }) =>
    (await peopleOf(db.runtime, institutionIds)).map(personOf)
