import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import {
  agreementCameIntoForce,
  agreementCouncilStep,
  agreementDeclined,
  agreementEnded,
  agreementLapsed,
  agreementMadeReady,
  agreementNegotiationOpened,
  agreementPartiesAsked,
  agreementPartyAcceded,
  agreementPartyWithdrew,
  agreementResumed,
  agreementReviewBegun,
  agreementReviewConcluded,
  agreementSent,
  agreementSigned,
  agreementSuspended,
  agreementWetInkRecorded,
  agreementWetInkRejected,
  agreementWithdrawalAnnounced,
  agreementWithdrawalRevoked,
} from '@mreza/contracts-agreements'
import type { InstitutionId, PersonId, Subject } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { type Agreement, type Happened, partyIdsOf } from '../domain/agreement.ts'
import type { AgreementsTables } from '../store/tables.ts'
import { askedNow, everyoneConcerned, headsOf, withOfficials } from './audiences.ts'

/** Who does something to an agreement: a person, or a clock. */
export type Actor = Subject | 'clock'

type Of<Kind extends Happened['kind']> = Extract<Happened, { kind: Kind }>

const councilSaid = ({ step }: Of<'council-step'>) => {
  if (step.state === 'decided') return step.yes ? 'agreed' : 'refused'
  return step.state === 'asked' ? 'asked' : 'needed'
}

/** A person is behind it, unless a clock may do it as well. */
const personOf = (actor: Actor): PersonId => {
  if (actor === 'clock') throw new Error('a clock does not do this')
  return actor.personId
}

const tellSigned = async (trx: Trx<AgreementsTables>, agreement: Agreement, happened: Of<'signed'>, about: About): Promise<void> => {
  const whose = { ...about, institutionId: happened.institutionId, audience: everyoneConcerned(agreement) }
  await emit(trx, agreementSigned, { ...whose, method: happened.how.method })
  const party = agreement.parties.find(({ institutionId }) => institutionId === happened.institutionId)
  if (party?.invitedAt !== null) await emit(trx, agreementPartyAcceded, whose)
}

interface About {
  readonly agreementId: Agreement['id']
  readonly networkId: Agreement['networkId']
  readonly actorId: PersonId
  readonly at: string
}

/** `agreement` as it is after what happened. */
const publish = async (trx: Trx<AgreementsTables>, agreement: Agreement, happened: Happened, actor: Actor): Promise<unknown> => {
  const where = { agreementId: agreement.id, networkId: agreement.networkId, at: happened.at }
  const byAnyone = { ...where, actorId: actor === 'clock' ? null : actor.personId, audience: everyoneConcerned(agreement) }
  const about = () => ({ ...where, actorId: personOf(actor) })
  const concerned = () => ({ ...about(), audience: everyoneConcerned(agreement) })
  const ofParty = ({ institutionId }: { institutionId: InstitutionId }) => ({ ...concerned(), institutionId })
  switch (happened.kind) {
    case 'parties-chosen':
    case 'order-set':
      return undefined
    case 'negotiation-opened':
      return emit(trx, agreementNegotiationOpened, concerned())
    case 'made-ready':
      return emit(trx, agreementMadeReady, concerned())
    case 'sent': {
      const asked = askedNow(agreement, happened.at)
      const to = { partyIds: partyIdsOf(agreement), askedIds: asked, signBy: happened.signBy }
      return emit(trx, agreementSent, { ...about(), audience: headsOf(asked), ...to })
    }
    case 'round-asked': {
      const asked = askedNow(agreement, happened.at)
      return emit(trx, agreementPartiesAsked, { ...about(), audience: headsOf(asked), partyIds: asked, why: 'round' })
    }
    case 'party-invited': {
      const asked = [happened.party.institutionId]
      return emit(trx, agreementPartiesAsked, { ...about(), audience: headsOf(asked), partyIds: asked, why: 'accession' })
    }
    case 'council-step':
      return emit(trx, agreementCouncilStep, { ...ofParty(happened), state: councilSaid(happened) })
    case 'wet-ink-recorded':
      return emit(trx, agreementWetInkRecorded, { ...ofParty(happened), audience: withOfficials(agreement) })
    case 'wet-ink-rejected':
      return emit(trx, agreementWetInkRejected, ofParty(happened))
    case 'signed':
      return tellSigned(trx, agreement, happened, about())
    case 'declined':
      return emit(trx, agreementDeclined, ofParty(happened))
    case 'came-into-force': {
      const what = { templateId: agreement.templateId, partyIds: partyIdsOf(agreement), amends: agreement.amends }
      return emit(trx, agreementCameIntoForce, { ...about(), audience: withOfficials(agreement), ...what })
    }
    case 'withdrawal-announced':
      return emit(trx, agreementWithdrawalAnnounced, { ...ofParty(happened), audience: withOfficials(agreement), endsAt: happened.endsAt })
    case 'withdrawal-revoked':
      return emit(trx, agreementWithdrawalRevoked, ofParty(happened))
    case 'party-withdrew':
      return emit(trx, agreementPartyWithdrew, { ...byAnyone, audience: withOfficials(agreement), institutionId: happened.institutionId })
    case 'review-begun':
      return emit(trx, agreementReviewBegun, concerned())
    case 'review-concluded':
      return emit(trx, agreementReviewConcluded, { ...concerned(), outcome: happened.outcome })
    case 'suspended':
      return emit(trx, agreementSuspended, { ...about(), audience: withOfficials(agreement) })
    case 'resumed':
      return emit(trx, agreementResumed, { ...about(), audience: withOfficials(agreement) })
    case 'ended':
      return emit(trx, agreementEnded, { ...byAnyone, audience: withOfficials(agreement), why: happened.why })
    case 'lapsed':
      return emit(trx, agreementLapsed, byAnyone)
  }
}

const actions = {
  'parties-chosen': 'choose-parties',
  'order-set': 'set-signing-order',
  'negotiation-opened': 'open-negotiation',
  'made-ready': 'mark-ready',
  sent: 'send-agreement',
  'round-asked': 'ask-next-round',
  'council-step': 'record-council-step',
  'wet-ink-recorded': 'record-wet-ink',
  'wet-ink-rejected': 'reject-wet-ink',
  signed: 'sign-agreement',
  declined: 'decline-agreement',
  'came-into-force': 'bring-agreement-into-force',
  'party-invited': 'invite-to-accede',
  'withdrawal-announced': 'announce-withdrawal',
  'withdrawal-revoked': 'revoke-withdrawal',
  'party-withdrew': 'end-party',
  'review-begun': 'begin-review',
  'review-concluded': 'conclude-review',
  suspended: 'suspend-agreement',
  resumed: 'resume-agreement',
  ended: 'end-agreement',
  lapsed: 'let-agreement-lapse',
} as const satisfies Record<Happened['kind'], string>

/** One deed in the agreement's own audit chain. */
export const auditDeed = (
  trx: Trx<AgreementsTables>,
  agreement: Agreement,
  action: string,
  actor: Actor,
  also: Readonly<Record<string, string>> = {},
): Promise<void> =>
  record(trx, {
    chain: `agreement:${agreement.id}`,
    action,
    actor: actor === 'clock' ? 'system' : { personId: actor.personId, institutionId: actor.institutionId },
    refs: { agreementId: agreement.id, networkId: agreement.networkId, ...also },
  })

/** For whom and how, where the deed alone does not say it. */
const refsOf = (happened: Happened): Readonly<Record<string, string>> => ({
  ...('institutionId' in happened ? { institutionId: happened.institutionId } : {}),
  ...(happened.kind === 'signed' ? { method: happened.how.method, as: happened.entitlement.as, textHash: happened.textHash } : {}),
  ...(happened.kind === 'ended' ? { why: happened.why } : {}),
})

/** Tells the others what happened and writes it into the audit log, in the transaction that keeps it. */
export const announce = async (trx: Trx<AgreementsTables>, agreement: Agreement, happened: Happened, actor: Actor): Promise<void> => {
  await publish(trx, agreement, happened, actor)
  await auditDeed(trx, agreement, actions[happened.kind], actor, refsOf(happened))
}
