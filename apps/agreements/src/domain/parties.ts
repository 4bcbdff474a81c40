import { type Party, type PartyPlace, refuseInAgreements, type Template } from '@mreza/contracts-agreements'
import type { InstitutionId, NetworkId, Sector } from '@mreza/contracts-kernel'

/** What agreements know of an institution. */
export interface KnownInstitution {
  readonly id: InstitutionId
  readonly networkId: NetworkId | null
  readonly sector: Sector
}

const placeFor = (template: Template, sector: Sector) => template.parties.find((place) => place.sector === sector)

const partyOf = (institution: KnownInstitution, place: PartyPlace): Party => ({
  institutionId: institution.id,
  sector: institution.sector,
  required: place.required,
  round: 1,
  council: { state: 'not-needed' },
  invitedAt: null,
  wetInk: null,
  standing: { state: 'named' },
})

/**
 * The parties of a draft from the institutions that the coordinator chose; one chosen twice counts once.
 * Institutions of the network and national bodies, who stand outside every network, may be parties; each needs a place in the template.
 */
export const partiesFrom = (
  template: Template,
  networkId: NetworkId,
  chosen: readonly InstitutionId[],
  known: ReadonlyMap<string, KnownInstitution>,
): Party[] =>
  [...new Set(chosen)].map((id) => {
    const institution = known.get(id)
    const belongs = institution !== undefined && (institution.networkId === networkId || institution.networkId === null)
    if (!belongs) throw refuseInAgreements('not-an-institution-of-the-network', { field: 'partyIds' })
    const place = placeFor(template, institution.sector)
    if (place === undefined) throw refuseInAgreements('no-place-for-sector', { field: 'partyIds', params: { sector: institution.sector } })
    return partyOf(institution, place)
  })
