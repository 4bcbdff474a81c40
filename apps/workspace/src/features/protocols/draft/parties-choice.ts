import type { PartyPlace, Template } from '@mreza/contracts-agreements'
import type { InstitutionSummary } from '@mreza/contracts-directory'
import type { InstitutionId, Sector } from '@mreza/contracts-kernel'

/** A place of the template with the institutions that could take it, those of the network first, parts of others last. */
export interface PlaceWithChoice {
  readonly place: PartyPlace
  readonly institutions: readonly InstitutionSummary[]
}

const order = ({ networkId, parentId }: InstitutionSummary): number => (networkId === null ? 2 : 0) + (parentId === null ? 0 : 1)

/** The template's places, required ones first, each with who could take it (AG12). */
export const choicesOf = (template: Template, institutions: readonly InstitutionSummary[]): readonly PlaceWithChoice[] =>
  [...template.parties]
    .sort((one, other) => Number(other.required) - Number(one.required))
    .map((place) => ({
      place,
      institutions: institutions.filter(({ sector }) => sector === place.sector).sort((one, other) => order(one) - order(other)),
    }))

/** Who is proposed before anybody has chosen: of each required sector as many as it asks for, of the network. */
export const proposedParties = (choices: readonly PlaceWithChoice[]): readonly InstitutionId[] =>
  choices
    .filter(({ place }) => place.required)
    .flatMap(({ place, institutions }) => institutions.filter(({ networkId }) => networkId !== null).slice(0, place.atLeast))
    .map(({ id }) => id)

/** What a draft still lacks before it can be sent (AG2). */
export interface DraftLacks {
  readonly sectors: readonly Sector[]
  readonly parties: number
}

/** Says what a draft with parties of these sectors lacks before it can be sent (AG2). Pure. */
export const draftLacks = (template: Pick<Template, 'parties' | 'entryIntoForce'>, chosen: readonly Sector[]): DraftLacks => {
  const rule = template.entryIntoForce
  const wanted = rule.kind === 'at-least' ? rule.signatures : 0
  return {
    sectors: template.parties
      .filter((place) => place.required && chosen.filter((sector) => sector === place.sector).length < place.atLeast)
      .map(({ sector }) => sector),
    parties: Math.max(0, wanted - chosen.length),
  }
}
