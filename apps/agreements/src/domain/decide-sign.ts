import { civilDateOf } from '@mreza/calendar'
import {
  type CouncilStep,
  type DecisionOfBody,
  type Entitlement,
  type HowSigned,
  type Party,
  type PendingWetInk,
  refuseInAgreements,
} from '@mreza/contracts-agreements'
import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { type Acting, type Agreement, type Happened, isOpen } from './agreement.ts'
import { expiryFrom, reviewDueFrom } from './due-times.ts'
import { isFulfilled } from './entry-into-force.ts'
import { evolve } from './evolve.ts'

const partyOf = (agreement: Agreement, institutionId: InstitutionId): Party => {
  const party = agreement.parties.find((one) => one.institutionId === institutionId)
  if (party === undefined) throw refuseInAgreements('not-allowed')
  return party
}

/** The term for signing is over, whether or not a clock has noticed (AG19). */
const isOverdue = ({ state, signBy }: Agreement, at: string) => state === 'sent' && signBy !== null && signBy < at

const askedParty = (agreement: Agreement, institutionId: InstitutionId, at: string): Party => {
  const party = partyOf(agreement, institutionId)
  if (!isOpen(agreement) || isOverdue(agreement, at)) throw refuseInAgreements('not-open-for-signing')
  if ('signedAt' in party.standing) throw refuseInAgreements('already-signed')
  if (party.standing.state === 'named') throw refuseInAgreements('not-your-turn')
  return party
}

/** Where a council is to be asked, its yes comes before the signature (AG24). */
const mustHaveItsCouncil = ({ council }: Party) => {
  if (council.state === 'needed' || council.state === 'asked') throw refuseInAgreements('council-not-asked')
  if (council.state === 'decided' && !council.yes) throw refuseInAgreements('council-said-no')
}

/** A decision that somebody relies on was made already. */
export const mustBeMade = (decision: DecisionOfBody, at: string, field = 'decision.date') => {
  if (decision.date > civilDateOf(at)) throw refuseInAgreements('decision-in-the-future', { field })
}

const hasAnswered = ({ standing }: Party) => standing.state !== 'named' && standing.state !== 'asked'

/** The next round is asked when every party before it has signed or declined (AG20). */
const nextRound = (agreement: Agreement, at: string): Happened[] => {
  const waiting = agreement.parties.filter(({ standing }) => standing.state === 'named').map(({ round }) => round)
  if (waiting.length === 0) return []
  const next = Math.min(...waiting)
  return agreement.parties.filter(({ round }) => round < next).every(hasAnswered) ? [{ kind: 'round-asked', at, round: next }] : []
}

const entry = (agreement: Agreement, at: string): Happened[] => {
  if (agreement.state !== 'sent' || !isFulfilled(agreement.content.entryIntoForce, agreement.parties)) return []
  return [{ kind: 'came-into-force', at, reviewDueAt: reviewDueFrom(at, agreement.content), expiresAt: expiryFrom(at, agreement.content) }]
}

/** A signature as it is given, by whatever way. */
export interface Signing {
  readonly institutionId: InstitutionId
  readonly at: string
  /** `null` for who signed on paper. */
  readonly by: PersonId | null
  readonly textHash: string
  readonly entitlement: Entitlement
  readonly how: HowSigned
  readonly wetInk?: PendingWetInk
}

/**
 * A signature for one party that is asked (AG4, AG5, AG24); it asks the next round when it was the last of its own (AG20),
 * and brings the agreement into force when it fulfils the rule (AG8).
 */
export const decideSign = (agreement: Agreement, signing: Signing): Happened[] => {
  mustHaveItsCouncil(askedParty(agreement, signing.institutionId, signing.at))
  if (signing.textHash !== agreement.textHash) throw refuseInAgreements('text-is-another', { field: 'textHash' })
  const signed: Happened = { kind: 'signed', ...signing }
  const after = evolve(agreement, signed)
  return [signed, ...nextRound(after, signing.at), ...entry(after, signing.at)]
}

/** A party declines for now (AG6, AG7); declining again gives a newer reason. */
export const decideDecline = (agreement: Agreement, acting: Acting, reason: string): Happened[] => {
  askedParty(agreement, acting.institutionId, acting.at)
  const declined: Happened = { kind: 'declined', ...acting, reason }
  return [declined, ...nextRound(evolve(agreement, declined), acting.at)]
}

/** What a party says of its council, before it has signed (AG24). A new decision may follow a no. */
export const decideCouncilStep = (
  agreement: Agreement,
  acting: Acting,
  step: Exclude<CouncilStep, { state: 'not-needed' }>,
): Happened[] => {
  const party = partyOf(agreement, acting.institutionId)
  if ('signedAt' in party.standing) throw refuseInAgreements('already-signed')
  if (agreement.state === 'ended' || agreement.state === 'lapsed') throw refuseInAgreements('not-open-for-signing')
  if (step.state !== 'needed' && party.council.state === 'not-needed') throw refuseInAgreements('council-not-needed')
  if (step.state === 'asked' && step.on > civilDateOf(acting.at)) throw refuseInAgreements('decision-in-the-future', { field: 'step.on' })
  if (step.state === 'decided') mustBeMade(step.decision, acting.at, 'step.decision.date')
  return [{ kind: 'council-step', ...acting, step }]
}

/** Records a signature on paper; it counts once a second person has confirmed it (AG23). */
export const decideWetInk = (agreement: Agreement, institutionId: InstitutionId, wetInk: PendingWetInk, page: Buffer): Happened[] => {
  const at = wetInk.recordedAt
  const party = askedParty(agreement, institutionId, at)
  mustHaveItsCouncil(party)
  if (party.wetInk !== null) throw refuseInAgreements('page-already-waits')
  if (wetInk.signedOn > civilDateOf(at)) throw refuseInAgreements('decision-in-the-future', { field: 'signedOn' })
  if (agreement.sentAt !== null && wetInk.signedOn < civilDateOf(agreement.sentAt))
    throw refuseInAgreements('signed-before-sending', { field: 'signedOn' })
  if (wetInk.entitlement.as === 'deputy') mustBeMade(wetInk.entitlement.decision, at)
  return [{ kind: 'wet-ink-recorded', at, institutionId, wetInk, page }]
}

const waitingPage = (agreement: Agreement, wetInkId: string, by: PersonId): { party: Party; wetInk: PendingWetInk } => {
  const party = agreement.parties.find(({ wetInk }) => wetInk?.id === wetInkId)
  if (party?.wetInk === undefined || party.wetInk === null) throw refuseInAgreements('not-found', { field: 'wetInkId' })
  if (party.wetInk.recordedBy === by) throw refuseInAgreements('same-person')
  return { party, wetInk: party.wetInk }
}

/** A second person found the signature on the page: it counts from now (AG23). */
export const decideConfirmWetInk = (agreement: Agreement, wetInkId: string, by: PersonId, at: string): Happened[] => {
  const { party, wetInk } = waitingPage(agreement, wetInkId, by)
  const { id: _, entitlement, ...page } = wetInk
  return decideSign(agreement, {
    institutionId: party.institutionId,
    at,
    by: null,
    textHash: agreement.textHash ?? '',
    entitlement,
    how: { method: 'wet-ink', ...page, confirmedBy: by },
    wetInk,
  })
}

/** A second person did not find it; the party is waited for as before. */
export const decideRejectWetInk = (agreement: Agreement, wetInkId: string, by: PersonId, reason: string, at: string): Happened[] => {
  const { party, wetInk } = waitingPage(agreement, wetInkId, by)
  return [{ kind: 'wet-ink-rejected', at, by, institutionId: party.institutionId, wetInk, reason }]
}
