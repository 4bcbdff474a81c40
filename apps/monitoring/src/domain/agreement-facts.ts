import type { AgreementId, InstitutionId, NetworkId } from '@mreza/contracts-kernel'

/** When things happened to one party; `null` is "not that we heard". */
export interface PartyFacts {
  readonly askedAt: string | null
  readonly signedAt: string | null
  readonly declinedAt: string | null
}

/** What we have heard of one agreement so far, from any events in any order (MO1). */
export interface AgreementFacts {
  readonly agreementId: AgreementId
  readonly networkId: NetworkId
  readonly sentAt: string | null
  readonly inForceAt: string | null
  readonly endedAt: string | null
  readonly parties: ReadonlyMap<InstitutionId, PartyFacts>
}

/** Nothing heard yet of a party. */
export const unheard: PartyFacts = { askedAt: null, signedAt: null, declinedAt: null }

const pick = (one: string | null, other: string | null, otherWins: (one: string, other: string) => boolean) => {
  if (one === null || other === null) return one ?? other
  return otherWins(one, other) ? other : one
}
const earlier = (one: string | null, other: string | null) => pick(one, other, (a, b) => b < a)
const later = (one: string | null, other: string | null) => pick(one, other, (a, b) => b > a)

const mergeParty = (one: PartyFacts, other: PartyFacts): PartyFacts => ({
  askedAt: earlier(one.askedAt, other.askedAt),
  signedAt: earlier(one.signedAt, other.signedAt),
  // A party may decline again after thinking it over; the last time counts.
  declinedAt: later(one.declinedAt, other.declinedAt),
})

const mergeParties = (one: AgreementFacts['parties'], other: AgreementFacts['parties']) => {
  const merged = new Map(one)
  for (const [institutionId, facts] of other) merged.set(institutionId, mergeParty(merged.get(institutionId) ?? unheard, facts))
  return merged
}

/**
 * Both together. The order and the number of times that facts are merged do not matter (MO3): it is commutative,
 * associative and idempotent. Times are ISO 8601 in UTC with milliseconds, so that texts compare as times.
 */
export const mergeFacts = (one: AgreementFacts, other: AgreementFacts): AgreementFacts => ({
  agreementId: one.agreementId,
  networkId: one.networkId,
  sentAt: earlier(one.sentAt, other.sentAt),
  inForceAt: earlier(one.inForceAt, other.inForceAt),
  endedAt: earlier(one.endedAt, other.endedAt),
  parties: mergeParties(one.parties, other.parties),
})
