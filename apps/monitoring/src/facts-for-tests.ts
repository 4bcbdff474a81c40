import type { AgreementId, Audience, InstitutionId, NetworkId } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'

/** A moment of the story that the tests tell, in minutes from its beginning. */
export const minute = (count: number): string => new Date(Date.UTC(2026, 2, 2, 8, count)).toISOString()

/** What every event about an agreement says, with who acted and who is told. */
export const about = (agreementId: AgreementId, networkId: NetworkId, at: string) => ({
  agreementId,
  networkId,
  at,
  actorId: newId<'PersonId'>(),
  audience: { personIds: [newId<'PersonId'>()], institutionIds: [], roles: [] } satisfies Audience,
})

export const institution = (): InstitutionId => newId<'InstitutionId'>()
