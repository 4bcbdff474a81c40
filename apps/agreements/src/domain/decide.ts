import { type Party, refuseInAgreements, type SigningRound } from '@mreza/contracts-agreements'
import type { CivilDate, InstitutionId, PersonId, Sector } from '@mreza/contracts-kernel'
import { type Agreement, type Happened, isUnsent, partiesOfSector } from './agreement.ts'
import { signByFrom } from './due-times.ts'
import { textHashOf } from './text-hash.ts'

const mustBeUnsent = (agreement: Agreement) => {
  if (!isUnsent(agreement)) throw refuseInAgreements('not-a-draft')
}

/** Other parties for what is not yet agreed; an order of signing is to be set again. */
export const decideParties = (agreement: Agreement, parties: readonly Party[], at: string): Happened[] => {
  if (agreement.state !== 'draft' && agreement.state !== 'negotiation') throw refuseInAgreements('not-a-draft')
  const councilOf = (id: InstitutionId) => agreement.parties.find(({ institutionId }) => institutionId === id)?.council
  const kept = parties.map((party) => ({ ...party, council: councilOf(party.institutionId) ?? party.council }))
  return [{ kind: 'parties-chosen', at, parties: kept }]
}

/** The rounds in which the parties are asked; none means all at once (AG20). */
export interface WantedRound extends SigningRound {
  readonly partyIds: readonly InstitutionId[]
}

/** An order of signing in which every party has exactly one place (AG20). */
export const decideOrder = (agreement: Agreement, rounds: readonly WantedRound[], at: string): Happened[] => {
  mustBeUnsent(agreement)
  const placed = rounds.flatMap(({ partyIds }) => partyIds)
  const isWhole = placed.length === agreement.parties.length && agreement.parties.every((party) => placed.includes(party.institutionId))
  if (rounds.length > 0 && !isWhole) throw refuseInAgreements('round-without-party', { field: 'rounds' })
  const roundOf = (id: InstitutionId) => Math.max(1, rounds.findIndex(({ partyIds }) => partyIds.includes(id)) + 1)
  const parties = agreement.parties.map((party) => ({ ...party, round: roundOf(party.institutionId) }))
  return [{ kind: 'order-set', at, rounds: rounds.map(({ name }) => ({ name })), parties }]
}

/** Who of the network does something, and when. */
interface Deed {
  readonly by: PersonId
  readonly at: string
}

/** Opens the text of a draft, or of what was agreed already, for negotiation (AG13). */
export const decideNegotiation = (agreement: Agreement, { by, at }: Deed): Happened[] => {
  if (agreement.state !== 'draft' && agreement.state !== 'ready') throw refuseInAgreements('not-a-draft')
  return [{ kind: 'negotiation-opened', at, by }]
}

/** The text is agreed (AG13). */
export const decideReady = (agreement: Agreement, { by, at }: Deed): Happened[] => {
  if (agreement.state !== 'negotiation') throw refuseInAgreements('not-in-negotiation')
  return [{ kind: 'made-ready', at, by }]
}

const neededOf = (agreement: Agreement): Map<Sector, number> => {
  const needed = new Map(agreement.content.entryIntoForce.requiredSectors.map((sector) => [sector, 1]))
  for (const place of agreement.content.parties) if (place.required) needed.set(place.sector, Math.max(1, place.atLeast))
  return needed
}

const mustHaveItsSectors = (agreement: Agreement) => {
  for (const [sector, needed] of neededOf(agreement)) {
    const there = partiesOfSector(agreement, sector).length
    if (there < needed)
      throw refuseInAgreements(there === 0 ? 'required-sector-missing' : 'too-few-parties', {
        field: 'partyIds',
        params: { sector, needed },
      })
  }
}

/** An agreement with fewer parties than its rule asks signatures of could never come into force. */
const mustBeAbleToComeIntoForce = ({ content, parties }: Agreement) => {
  const rule = content.entryIntoForce
  if (rule.kind === 'at-least' && parties.length < rule.signatures)
    throw refuseInAgreements('too-few-parties', { field: 'partyIds', params: { needed: rule.signatures } })
}

/** Freezes the text and asks the parties of the first round (AG2, AG3, AG19, AG20). */
export const decideSend = (agreement: Agreement, at: string, signBy?: CivilDate): Happened[] => {
  mustBeUnsent(agreement)
  if (agreement.state === 'negotiation') throw refuseInAgreements('not-ready-to-send')
  mustHaveItsSectors(agreement)
  mustBeAbleToComeIntoForce(agreement)
  return [{ kind: 'sent', at, textHash: textHashOf(agreement), signBy: signByFrom(at, signBy) }]
}
