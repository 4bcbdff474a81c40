import { contactsLike } from '../store/contacts.ts'
import { institutionsByIds } from '../store/institutions.ts'
import { peopleByIds } from '../store/people.ts'
import type { Of } from './parts.ts'
import { personOf } from './present.ts'

/** Names and tried telephones for what another service puts on paper (DI7); unknown ids are left out. */
export const nameOnPaper: Of<'nameOnPaper'> =
  ({ db: { runtime } }) =>
  async (_ctx, { institutionIds, personIds }) => {
    const [institutions, contacts, people] = await Promise.all([
      institutionsByIds(runtime, institutionIds),
      contactsLike(runtime, institutionIds, ['telephone', 'mobile']),
      peopleByIds(runtime, personIds),
    ])
    const tried = contacts.filter(({ verified_at }) => verified_at !== null)
    const telephonesOf = (id: string) => tried.filter(({ institution_id }) => institution_id === id).map(({ value }) => value)
    return {
      institutions: institutions.map(({ id, name }) => ({ id, name, telephones: telephonesOf(id) })),
      people: people.map(personOf),
    }
  }
