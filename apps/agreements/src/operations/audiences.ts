import type { Audience, InstitutionId, Role } from '@mreza/contracts-kernel'
import { type Agreement, partyIdsOf } from '../domain/agreement.ts'

const to = (institutionIds: readonly InstitutionId[], roles: Role[]): Audience => ({
  personIds: [],
  institutionIds: [...new Set(institutionIds)],
  roles,
})

/** The heads of these institutions. */
export const headsOf = (institutionIds: readonly InstitutionId[]): Audience => to(institutionIds, ['head'])

/** Those who answer for the agreement: the heads of its parties and the coordinator who drafted it. */
export const everyoneConcerned = (agreement: Agreement): Audience =>
  to([...partyIdsOf(agreement), agreement.draftedFor], ['head', 'coordinator'])

/** The same, and the officials among the parties. */
export const withOfficials = (agreement: Agreement): Audience =>
  to([...partyIdsOf(agreement), agreement.draftedFor], ['head', 'coordinator', 'city-official'])

/** The parties that are asked at this moment. */
export const askedNow = (agreement: Agreement, at: string): InstitutionId[] =>
  agreement.parties
    .filter(({ standing }) => standing.state === 'asked' && standing.askedAt === at)
    .map(({ institutionId }) => institutionId)
