import type { InstitutionId, NetworkId, PersonId, Subject } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'

/** A practitioner of a social welfare centre who is nobody else; give what the test is about. */
export const testSubject = (given: Partial<Subject> = {}): Subject => ({
  personId: newId<'PersonId'>() satisfies PersonId,
  institutionId: newId<'InstitutionId'>() satisfies InstitutionId,
  networkId: newId<'NetworkId'>() satisfies NetworkId,
  sector: 'social-welfare',
  roles: ['practitioner'],
  assurance: 'two-factor',
  ...given,
})
