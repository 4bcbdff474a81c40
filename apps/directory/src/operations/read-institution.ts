import { refuseInDirectory } from '@mreza/contracts-directory'
import { contactsOf } from '../store/contacts.ts'
import { institutionById, servicesBy } from '../store/institutions.ts'
import { peopleOf } from '../store/people.ts'
import type { Of } from './parts.ts'
import { detailOf } from './present.ts'

/** One institution with its services, people and contacts. */
export const readInstitution: Of<'readInstitution'> =
  ({ db: { runtime } }) =>
  async (_ctx, { institutionId }) => {
    const institution = await institutionById(runtime, institutionId)
    if (institution === undefined) throw refuseInDirectory('not-found', { field: 'institutionId' })
    const [services, people, contacts] = await Promise.all([
      servicesBy(runtime, institutionId),
      peopleOf(runtime, [institutionId]),
      contactsOf(runtime, institutionId),
    ])
    return detailOf(institution, { services, people, contacts })
  }
