import { AgreementId, CivilDate, InstitutionId, Language, Line, mutation, needs, PersonId, query, Reason } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { AgreementDetail } from './agreement.ts'
import { DecisionOfBody } from './decision.ts'
import { Deputy, DeputyId } from './deputy.ts'
import { longestScan, ScanMediaType, Sha256, WetInkId } from './signature.ts'

const of = { agreementId: AgreementId }
const one = z.strictObject(of)
const withReason = z.strictObject({ ...of, reason: Reason })
const withDecision = z.strictObject({ ...of, reason: Reason, decision: DecisionOfBody })
/** A file as it travels: its bytes in base64. */
const File = z.strictObject({ fileName: z.string(), mediaType: z.string(), bytes: z.base64(), sha256: Sha256 })

/** What happens to an agreement between its draft and its end, besides sending, signing and declining. */
export const agreementLifeOperations = {
  /** Opens the text of a draft, or of an agreed one, for negotiation (AG13). */
  openNegotiation: mutation(needs('agreement.negotiate'), one, AgreementDetail),
  /** The text is agreed and may be sent (AG13). */
  markReady: mutation(needs('agreement.negotiate'), one, AgreementDetail),
  /** The order in which the parties of what is not yet sent are asked, round by round; none means all at once (AG20). */
  setSigningOrder: mutation(
    needs('agreement.draft'),
    z.strictObject({
      ...of,
      rounds: z.array(z.strictObject({ name: Line, partyIds: z.array(InstitutionId).min(1).max(100) })).max(20),
    }),
    AgreementDetail,
  ),

  /** What the caller's institution must ask, has asked and was answered by its council (AG24). */
  recordCouncilStep: mutation(
    needs('agreement.answer-for-party'),
    z.strictObject({
      ...of,
      step: z.discriminatedUnion('state', [
        z.strictObject({ state: z.literal('needed') }),
        z.strictObject({ state: z.literal('asked'), on: CivilDate }),
        z.strictObject({ state: z.literal('decided'), yes: z.boolean(), decision: DecisionOfBody }),
      ]),
    }),
    AgreementDetail,
  ),
  /** Who deputises for the head of an institution from now on (AG22). */
  recordDeputy: mutation(
    needs('deputy.record'),
    z.strictObject({ institutionId: InstitutionId, personId: PersonId, decision: DecisionOfBody, until: CivilDate.nullable() }),
    Deputy,
  ),
  /** Ends it now; signatures given by then stay. Twice is once. */
  endDeputy: mutation(needs('deputy.record'), z.strictObject({ deputyId: DeputyId }), z.strictObject({ done: z.literal(true) })),
  /** Who deputises now for the head of an institution. */
  listDeputies: query(needs('agreement.read'), z.strictObject({ institutionId: InstitutionId }), z.array(Deputy)),

  /** Records from the scanned page that a party signed on paper; counts once a second person has confirmed it (AG23). */
  recordWetInk: mutation(
    needs('agreement.record-wet-ink'),
    z.strictObject({
      ...of,
      institutionId: InstitutionId,
      signedOn: CivilDate,
      signerName: Line,
      signerFunction: Line,
      /** By which a deputy signed; `null` where the head did. */
      decision: DecisionOfBody.nullable(),
      page: z.strictObject({ mediaType: ScanMediaType, bytes: z.base64().max(Math.ceil(longestScan / 3) * 4 + 4) }),
    }),
    AgreementDetail,
    longestScan * 2,
  ),
  /** The scanned page, as it came, for who may read why parties declined (AG11). */
  readWetInkPage: query(needs('agreement.read-reasons'), z.strictObject({ ...of, wetInkId: WetInkId }), File),
  /** A second person says that the page shows what was recorded: the signature counts, and may bring it into force (AG8, AG23). */
  confirmWetInk: mutation(needs('agreement.confirm-wet-ink'), z.strictObject({ ...of, wetInkId: WetInkId }), AgreementDetail),
  /** A second person says that it does not; the party is waited for as before. */
  rejectWetInk: mutation(
    needs('agreement.confirm-wet-ink'),
    z.strictObject({ ...of, wetInkId: WetInkId, reason: Reason }),
    AgreementDetail,
  ),

  /** Gives notice for the caller's institution by the agreement's own rule; it stays bound until the notice is over (AG26). */
  announceWithdrawal: mutation(needs('agreement.answer-for-party'), withReason, AgreementDetail),
  /** Takes the notice back while it runs. */
  revokeWithdrawal: mutation(needs('agreement.answer-for-party'), one, AgreementDetail),
  /** Invites an institution to accede to a version in force (AG25). */
  inviteToAccede: mutation(needs('agreement.keep'), z.strictObject({ ...of, institutionId: InstitutionId }), AgreementDetail),
  /** Drafts the next version from the text in force, or from the template as the library has it now (AG27). */
  amendAgreement: mutation(
    needs('agreement.keep'),
    z.strictObject({ ...of, reason: Reason, text: z.enum(['as-in-force', 'newest-template']) }),
    AgreementDetail,
  ),
  /** Begins a review: it stays in force (AG28). */
  beginReview: mutation(needs('agreement.keep'), withReason, AgreementDetail),
  /** Concludes it: kept as it is, or to be amended. The next review is counted from now. */
  concludeReview: mutation(
    needs('agreement.keep'),
    z.strictObject({ ...of, outcome: z.enum(['keep', 'amend']), reason: Reason }),
    AgreementDetail,
  ),
  /** Suspends it on a decision: it drives no new case (AG29). */
  suspendAgreement: mutation(needs('agreement.keep'), withDecision, AgreementDetail),
  resumeAgreement: mutation(needs('agreement.keep'), withDecision, AgreementDetail),
  /** Ends it on a decision of its parties (AG30). */
  terminateAgreement: mutation(needs('agreement.keep'), withDecision, AgreementDetail),
}

/** What is made for paper. */
export const agreementPaperOperations = {
  /** The text as it was sealed when it was sent: the bytes that uploaded signatures sign (AG31). */
  printAgreement: query(needs('agreement.read'), z.strictObject({ ...of, language: Language }), File),
  /** Who signed what, when, how and by what right, with what shows it, as a PDF (AG32). */
  printCertificate: query(needs('agreement.read'), z.strictObject({ ...of, language: Language }), File),
}
