import type { AgreementSummary, PartyStanding } from '@mreza/contracts-agreements'
import type { InstitutionId } from '@mreza/contracts-kernel'

/** Where this institution stands with the agreement; nothing when it is not a party. */
export const standingOf = (agreement: Pick<AgreementSummary, 'parties'>, institutionId: InstitutionId): PartyStanding | undefined =>
  agreement.parties.find((party) => party.institutionId === institutionId)?.standing

/** How many parties of the agreement stand so. */
export const countOf = ({ parties }: Pick<AgreementSummary, 'parties'>, state: PartyStanding['state']): number =>
  parties.filter(({ standing }) => standing.state === state).length

/** How many parties have signed, those among them that are leaving. */
export const countSigned = (agreement: Pick<AgreementSummary, 'parties'>): number =>
  countOf(agreement, 'signed') + countOf(agreement, 'withdrawing')
