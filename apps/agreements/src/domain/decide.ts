import { type Party, refuseInAgreements } from '@mreza/contracts-agreements'
import type { InstitutionId, PersonId, Sector } from '@mreza/contracts-kernel'
import { type Agreement, type Happened, isOpen, partiesOfSector } from './agreement.ts'
import { isFulfilled } from './entry-into-force.ts'
import { evolve } from './evolve.ts'
import { textHashOf } from './text-hash.ts'

/** Who acts for which party, and when. */
export interface Acting {
  readonly institutionId: InstitutionId
  readonly by: PersonId
  readonly at: string
}

const mustBeDraft = (agreement: Agreement) => {
  if (agreement.state !== 'draft') throw refuseInAgreements('not-a-draft')
}

/** Other parties for a draft. */
export const decideParties = (agreement: Agreement, parties: readonly Party[], at: string): Happened[] => {
  mustBeDraft(agreement)
  return [{ kind: 'parties-chosen', at, parties }]
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

/** Freezes the text and asks the parties (AG2, AG3). */
export const decideSend = (agreement: Agreement, at: string): Happened[] => {
  mustBeDraft(agreement)
  mustHaveItsSectors(agreement)
  mustBeAbleToComeIntoForce(agreement)
  return [{ kind: 'sent', at, textHash: textHashOf(agreement) }]
}

const askedParty = (agreement: Agreement, institutionId: InstitutionId): Party => {
  const party = agreement.parties.find((one) => one.institutionId === institutionId)
  if (party === undefined) throw refuseInAgreements('not-allowed')
  if (!isOpen(agreement)) throw refuseInAgreements('not-open-for-signing')
  if (party.standing.state === 'signed') throw refuseInAgreements('already-signed')
  return party
}

/** A signature for one party (AG4, AG5), and entry into force when it fulfils the rule (AG8). */
export const decideSign = (agreement: Agreement, acting: Acting, textHash: string): Happened[] => {
  askedParty(agreement, acting.institutionId)
  if (textHash !== agreement.textHash) throw refuseInAgreements('text-is-another', { field: 'textHash' })
  const signed: Happened = { kind: 'signed', ...acting, textHash }
  const after = evolve(agreement, signed)
  const fulfilled = agreement.state === 'sent' && isFulfilled(agreement.content.entryIntoForce, after.parties)
  return fulfilled ? [signed, { kind: 'came-into-force', at: acting.at }] : [signed]
}

/** A party declines for now (AG6, AG7); declining again gives a newer reason. */
export const decideDecline = (agreement: Agreement, acting: Acting, reason: string): Happened[] => {
  askedParty(agreement, acting.institutionId)
  return [{ kind: 'declined', ...acting, reason }]
}

/** The agreement before this one ends when its successor comes into force (AG9). */
export const decideEnd = (agreement: Agreement, at: string): Happened[] => (agreement.state === 'in-force' ? [{ kind: 'ended', at }] : [])
