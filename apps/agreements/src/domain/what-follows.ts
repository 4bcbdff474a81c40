import type { Party, PartyStanding } from '@mreza/contracts-agreements'
import type { InstitutionId, LocalizedText } from '@mreza/contracts-kernel'
import { type Agreement, partyIdsOf } from './agreement.ts'
import { isFulfilled } from './entry-into-force.ts'

/** What follows when one party declines (AG6). */
export interface WhatFollows {
  /** Could the others bring the agreement into force, if all of them signed? */
  readonly canComeIntoForceWithout: boolean
  readonly dutiesNotBinding: LocalizedText[]
  /** Everyone who is told: the other parties and the coordinator's institution. */
  readonly told: InstitutionId[]
}

const anySignature = { state: 'signed' } as PartyStanding

const ifAllOthersSigned = (agreement: Agreement, without: InstitutionId): Party[] =>
  agreement.parties.map((party) => (party.institutionId === without ? party : { ...party, standing: anySignature }))

/** Says what follows from this party's declining. Pure. */
export const whatFollows = (agreement: Agreement, declining: InstitutionId): WhatFollows => {
  const sector = agreement.parties.find((party) => party.institutionId === declining)?.sector
  const everyone = new Set([...partyIdsOf(agreement), agreement.draftedFor])
  return {
    canComeIntoForceWithout: isFulfilled(agreement.content.entryIntoForce, ifAllOthersSigned(agreement, declining)),
    dutiesNotBinding: agreement.content.parties.filter((place) => place.sector === sector).flatMap((place) => place.duties),
    told: [...everyone].filter((id) => id !== declining),
  }
}
