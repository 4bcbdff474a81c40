import type { InstitutionId } from '@mreza/contracts-kernel'
import type { TrackedAgreement, TrackedParty } from '@mreza/contracts-monitoring'
import type { AgreementFacts, PartyFacts } from './agreement-facts.ts'

const standing = ({ askedAt, signedAt, declinedAt }: PartyFacts): Pick<TrackedParty, 'state' | 'since'> | undefined => {
  if (signedAt !== null && (declinedAt === null || signedAt >= declinedAt)) return { state: 'signed', since: signedAt }
  if (declinedAt !== null) return { state: 'declined', since: declinedAt }
  return askedAt === null ? undefined : { state: 'waiting', since: askedAt }
}

const partyOf = ([institutionId, facts]: [InstitutionId, PartyFacts]): TrackedParty[] => {
  const found = standing(facts)
  return found === undefined ? [] : [{ institutionId, ...found }]
}

/**
 * An agreement as the tracker shows it: each party by the latest thing that happened to it (MO2).
 * Nothing is shown before we know that it was sent, nor after it has ended (MO7).
 */
export const trackedAgreement = (facts: AgreementFacts): TrackedAgreement | undefined => {
  if (facts.sentAt === null || facts.endedAt !== null) return undefined
  return {
    agreementId: facts.agreementId,
    state: facts.inForceAt === null ? 'sent' : 'in-force',
    sentAt: facts.sentAt,
    inForceAt: facts.inForceAt,
    parties: [...facts.parties].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(partyOf),
  }
}
