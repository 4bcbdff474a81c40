import { type DecisionOfBody, type Party, refuseInAgreements } from '@mreza/contracts-agreements'
import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { type Acting, type Agreement, type Happened, isBinding, isOpen } from './agreement.ts'
import { mustBeMade } from './decide-sign.ts'
import { noticeEndFrom, reviewDueFrom } from './due-times.ts'
import { isFulfilled } from './entry-into-force.ts'

/** Who of the network does something with an agreement, and when. */
export interface Keeping {
  readonly by: PersonId
  readonly at: string
}

/** The reason that is given for it. */
interface Reasoned {
  readonly reason: string
}

const mustBind = (agreement: Agreement) => {
  if (!isBinding(agreement)) throw refuseInAgreements('not-in-force')
}

const standingOf = (agreement: Agreement, institutionId: InstitutionId): Party['standing'] => {
  const party = agreement.parties.find((one) => one.institutionId === institutionId)
  if (party === undefined) throw refuseInAgreements('not-allowed')
  return party.standing
}

/** A party that has signed gives notice by the agreement's own rule (AG7, AG26). */
export const decideWithdrawal = (agreement: Agreement, acting: Acting, reason: string): Happened[] => {
  const { state } = standingOf(agreement, acting.institutionId)
  if (!isOpen(agreement)) throw refuseInAgreements('not-in-force')
  if (state === 'withdrawing' || state === 'withdrawn') throw refuseInAgreements('already-withdrawing')
  if (state !== 'signed') throw refuseInAgreements('not-signed')
  return [{ kind: 'withdrawal-announced', ...acting, reason, endsAt: noticeEndFrom(acting.at, agreement.content) }]
}

/** The notice is taken back while it runs (AG26). */
export const decideRevokeWithdrawal = (agreement: Agreement, acting: Acting): Happened[] => {
  const standing = standingOf(agreement, acting.institutionId)
  if (standing.state !== 'withdrawing' || standing.endsAt <= acting.at || !isOpen(agreement)) throw refuseInAgreements('not-withdrawing')
  return [{ kind: 'withdrawal-revoked', ...acting }]
}

/** The end of what too few parties are left to keep: its rule of entry into force is fulfilled no more (AG26, AG30). */
export const tooFewLeft = (agreement: Agreement, at: string): Happened[] =>
  isBinding(agreement) && !isFulfilled(agreement.content.entryIntoForce, agreement.parties)
    ? [{ kind: 'ended', at, why: 'too-few-parties' }]
    : []

/** An institution with a place in the text is asked to accede to a version in force (AG25). */
export const decideInvitation = (agreement: Agreement, party: Party, { by, at }: Keeping): Happened[] => {
  mustBind(agreement)
  if (agreement.parties.some(({ institutionId }) => institutionId === party.institutionId)) throw refuseInAgreements('already-a-party')
  // A required place is about the parties that bring it into force; who comes later is free to.
  const invited: Party = { ...party, required: false, invitedAt: at, standing: { state: 'asked', askedAt: at } }
  return [{ kind: 'party-invited', at, by, party: invited }]
}

/** May this version be amended now (AG27)? One amendment at a time. */
export const mustBeAmendable = (agreement: Agreement) => {
  mustBind(agreement)
  if (agreement.amendment !== null) throw refuseInAgreements('already-being-amended')
}

/** A review begins; it stays in force (AG28). */
export const decideReview = (agreement: Agreement, { by, at, reason }: Keeping & Reasoned): Happened[] => {
  if (agreement.state !== 'in-force') throw refuseInAgreements('not-in-force')
  return [{ kind: 'review-begun', at, by, reason }]
}

/** The review is over; the next one is counted from now (AG28). */
export const decideReviewed = (
  agreement: Agreement,
  { by, at, reason, outcome }: Keeping & Reasoned & { outcome: 'keep' | 'amend' },
): Happened[] => {
  if (agreement.state !== 'under-review') throw refuseInAgreements('not-under-review')
  return [{ kind: 'review-concluded', at, by, reason, outcome, reviewDueAt: reviewDueFrom(at, agreement.content) }]
}

type Decided = Keeping & Reasoned & { readonly decision: DecisionOfBody }

/** It drives no new case from now on (AG29). */
export const decideSuspend = (agreement: Agreement, { by, at, reason, decision }: Decided): Happened[] => {
  if (agreement.state !== 'in-force' && agreement.state !== 'under-review') throw refuseInAgreements('not-in-force')
  mustBeMade(decision, at)
  return [{ kind: 'suspended', at, by, reason, decision }]
}

/** It drives new cases again (AG29). */
export const decideResume = (agreement: Agreement, { by, at, reason, decision }: Decided): Happened[] => {
  if (agreement.state !== 'suspended') throw refuseInAgreements('not-suspended')
  mustBeMade(decision, at)
  return [{ kind: 'resumed', at, by, reason, decision }]
}

/** Its parties end it (AG30). */
export const decideTermination = (agreement: Agreement, { by, at, reason, decision }: Decided): Happened[] => {
  mustBind(agreement)
  mustBeMade(decision, at)
  return [{ kind: 'ended', at, why: 'terminated', terminated: { by, reason, decision } }]
}

/** The version before this one ends when its successor comes into force, under review or suspended as it may be (AG9). */
export const decideReplaced = (agreement: Agreement, at: string): Happened[] =>
  isBinding(agreement) ? [{ kind: 'ended', at, why: 'replaced' }] : []
