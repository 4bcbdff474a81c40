import { AgreementId, Audience, event, Instant, InstitutionId, NetworkId, PersonId, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { EndReason } from './agreement.ts'
import { SignatureMethod } from './signature.ts'

const about = { agreementId: AgreementId, networkId: NetworkId, at: Instant, audience: Audience }
/** Done by a person. */
const byPerson = { ...about, actorId: PersonId }
/** Done by a person or, `null`, by a clock. */
const byAnyone = { ...about, actorId: PersonId.nullable() }
const ofParty = { institutionId: InstitutionId }

/** The text is open for negotiation. The audience: heads and coordinators of the parties. */
export const agreementNegotiationOpened = event('mreza.agreements.agreement.negotiation-opened.v1', z.strictObject(byPerson))
/** The text is agreed and waits to be sent. */
export const agreementMadeReady = event('mreza.agreements.agreement.made-ready.v1', z.strictObject(byPerson))
/** A new version of one in force is being prepared (AG27). */
export const agreementAmendmentDrafted = event(
  'mreza.agreements.agreement.amendment-drafted.v1',
  z.strictObject({ ...byPerson, amends: AgreementId }),
)

/** The text is frozen. The audience: the heads of the parties that are asked now, who alone stand in `askedIds` (AG20). */
export const agreementSent = event(
  'mreza.agreements.agreement.sent.v1',
  z.strictObject({
    ...byPerson,
    partyIds: z.array(InstitutionId),
    askedIds: z.array(InstitutionId).optional(),
    signBy: Instant.optional(),
  }),
)
/** Parties are asked after sending: their round has come, or they are invited to accede (AG20, AG25). */
export const agreementPartiesAsked = event(
  'mreza.agreements.agreement.parties-asked.v1',
  z.strictObject({ ...byPerson, partyIds: z.array(InstitutionId), why: z.enum(['round', 'accession']) }),
)
/** A party that is asked has not answered (AG28). The audience: its head. */
export const agreementSignatureReminded = event(
  'mreza.agreements.agreement.signature-reminded.v1',
  z.strictObject({ ...byAnyone, ...ofParty, reminder: z.int().min(1) }),
)
/** A party's council was asked or has decided (AG24). */
export const agreementCouncilStep = event(
  'mreza.agreements.agreement.council-step.v1',
  z.strictObject({ ...byPerson, ...ofParty, state: z.enum(['needed', 'asked', 'agreed', 'refused']) }),
)
/** A signature on paper waits for a second person (AG23). */
export const agreementWetInkRecorded = event('mreza.agreements.agreement.wet-ink-recorded.v1', z.strictObject({ ...byPerson, ...ofParty }))
/** The second person did not find on the scanned page what was recorded. */
export const agreementWetInkRejected = event('mreza.agreements.agreement.wet-ink-rejected.v1', z.strictObject({ ...byPerson, ...ofParty }))
/** A signature for a party counts. The audience: coordinator and heads of the parties. */
export const agreementSigned = event(
  'mreza.agreements.agreement.signed.v1',
  z.strictObject({ ...byPerson, ...ofParty, method: SignatureMethod.default('recorded') }),
)
/** A party declined for now; the reason is read in the agreement (AG6, AG11). */
export const agreementDeclined = event('mreza.agreements.agreement.declined.v1', z.strictObject({ ...byPerson, ...ofParty }))
/** The time to sign ran out before it came into force (AG19). */
export const agreementLapsed = event('mreza.agreements.agreement.lapsed.v1', z.strictObject(byAnyone))

/** The rule of entry into force is fulfilled (AG8). Who needs the procedure asks for it by `readProcedure`. */
export const agreementCameIntoForce = event(
  'mreza.agreements.agreement.came-into-force.v1',
  z.strictObject({
    ...byPerson,
    templateId: Slug,
    partyIds: z.array(InstitutionId),
    /** The version that it took the place of as its amendment (AG27). */
    amends: AgreementId.nullable().default(null),
  }),
)
/** An institution that was invited after the beginning has signed (AG25). */
export const agreementPartyAcceded = event('mreza.agreements.agreement.party-acceded.v1', z.strictObject({ ...byPerson, ...ofParty }))
/** A party gave notice; it is bound until `endsAt` (AG26). */
export const agreementWithdrawalAnnounced = event(
  'mreza.agreements.agreement.withdrawal-announced.v1',
  z.strictObject({ ...byPerson, ...ofParty, endsAt: Instant }),
)
/** A party took its notice back in time. */
export const agreementWithdrawalRevoked = event(
  'mreza.agreements.agreement.withdrawal-revoked.v1',
  z.strictObject({ ...byPerson, ...ofParty }),
)
/** A party's notice is over; it is bound no more. */
export const agreementPartyWithdrew = event('mreza.agreements.agreement.party-withdrew.v1', z.strictObject({ ...byAnyone, ...ofParty }))
/** It binds, but drives no new case until it is resumed (AG29). */
export const agreementSuspended = event('mreza.agreements.agreement.suspended.v1', z.strictObject(byPerson))
export const agreementResumed = event('mreza.agreements.agreement.resumed.v1', z.strictObject(byPerson))
/** A review that its own rule asks for is due (AG28), once for each. */
export const agreementReviewDue = event('mreza.agreements.agreement.review-due.v1', z.strictObject({ ...byAnyone, dueAt: Instant }))
export const agreementReviewBegun = event('mreza.agreements.agreement.review-begun.v1', z.strictObject(byPerson))
export const agreementReviewConcluded = event(
  'mreza.agreements.agreement.review-concluded.v1',
  z.strictObject({ ...byPerson, outcome: z.enum(['keep', 'amend']) }),
)
/** Its duration, or the time to sign it, is nearly over (AG28). */
export const agreementExpiringSoon = event(
  'mreza.agreements.agreement.expiring-soon.v1',
  z.strictObject({ ...byAnyone, what: z.enum(['duration', 'signing']), expiresAt: Instant }),
)
/** It binds nobody any more. Events from before there were other reasons mean that a later one took its place (AG9). */
export const agreementEnded = event(
  'mreza.agreements.agreement.ended.v1',
  z.strictObject({ ...byAnyone, why: EndReason.default('replaced') }),
)
