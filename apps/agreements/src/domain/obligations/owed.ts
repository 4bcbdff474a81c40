import type { ObligationTemplate, Party } from '@mreza/contracts-agreements'
import { bindingStates } from '@mreza/contracts-agreements'
import type { Instant, InstitutionId, Slug } from '@mreza/contracts-kernel'
import type { Agreement } from '../agreement.ts'

/** What an institution owes under an agreement, and since when. */
export interface Owed {
  readonly institutionId: InstitutionId
  readonly clause: Slug
  readonly beginsAt: Instant
}

const isBound = ({ standing }: Party): boolean => standing.state === 'signed' || standing.state === 'withdrawing'

/** A party owes from the entry into force, or from its own signature where that came later. */
const beginsAt = ({ standing }: Party, inForceAt: Instant): Instant =>
  'signedAt' in standing && standing.signedAt > inForceAt ? standing.signedAt : inForceAt

const owedBy = (party: Party, obligations: readonly ObligationTemplate[], inForceAt: Instant): Owed[] =>
  obligations
    .filter((obligation) => obligation.party === party.sector)
    .map(({ id }) => ({ institutionId: party.institutionId, clause: id, beginsAt: beginsAt(party, inForceAt) }))

/**
 * What is owed under an agreement now (AG40): every bound party owes the obligations of its sector while the agreement binds;
 * nobody owes anything under one that does not.
 */
export const owedUnder = ({ state, inForceAt, parties, content }: Agreement): Owed[] => {
  if (inForceAt === null || !(bindingStates as readonly string[]).includes(state)) return []
  return parties.filter(isBound).flatMap((party) => owedBy(party, content.obligations, inForceAt))
}
