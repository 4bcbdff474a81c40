import {
  AgreementId,
  CivilDate,
  Instant,
  InstitutionId,
  idOf,
  Line,
  LocalizedText,
  NetworkId,
  PersonId,
  Prose,
  Slug,
} from '@mreza/contracts-kernel'
import * as z from 'zod'
import { DecisionOfBody } from './decision.ts'
import { ScanMediaType, Sha256 } from './signature.ts'

export const ObligationId = idOf('ObligationId')
export type ObligationId = z.infer<typeof ObligationId>
export const ObligationTermId = idOf('ObligationTermId')
export type ObligationTermId = z.infer<typeof ObligationTermId>

/**
 * Where a term of an obligation stands (AG41). `not-due`: there is time. `due`: it falls due soon. `kept`: with evidence. `late`: its day passed
 * without. `broken`: so long ago that every rung of the ladder was climbed. `disputed`: somebody says that what was reported is not so.
 * `waived`: by a decision.
 */
export const ObligationState = z.enum(['not-due', 'due', 'kept', 'late', 'broken', 'disputed', 'waived'])
export type ObligationState = z.infer<typeof ObligationState>

/** Who is reminded, one after the other, of what is not kept (AG43). */
export const Rung = z.enum(['owner', 'head', 'coordinator', 'steering-group'])
export type Rung = z.infer<typeof Rung>

/** What shows that an obligation is kept: a document, a number that was counted, or what Mreža itself saw (AG44). */
export const EvidenceFacts = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), title: Line, number: Line.nullable(), on: CivilDate }),
  z.strictObject({ kind: z.literal('figure'), value: z.int().min(0).max(1_000_000), note: Prose.nullable() }),
  /** `met` of `of`; none of none where nothing happened that could be seen. */
  z.strictObject({ kind: z.literal('observed'), met: z.int().min(0), of: z.int().min(0) }),
])
export type EvidenceFacts = z.infer<typeof EvidenceFacts>

export const EvidenceId = idOf('EvidenceId')
export type EvidenceId = z.infer<typeof EvidenceId>

/** Evidence as it was given; nobody takes it away again. */
export const Evidence = z.strictObject({
  id: EvidenceId,
  facts: EvidenceFacts,
  /** The document itself, where it was put in; kept and given back as it came. */
  file: z.strictObject({ name: Line, mediaType: ScanMediaType, sha256: Sha256 }).nullable(),
  at: Instant,
  /** `null` where Mreža computed it. */
  by: PersonId.nullable(),
})
export type Evidence = z.infer<typeof Evidence>

/** Somebody says that what was reported is not so, and what became of it (AG45). */
export const Dispute = z.strictObject({
  at: Instant,
  by: PersonId,
  institutionId: InstitutionId,
  reason: z.string(),
  settled: z.strictObject({ at: Instant, by: PersonId, outcome: z.enum(['kept', 'not-kept']), reason: z.string() }).nullable(),
})
export type Dispute = z.infer<typeof Dispute>

/** One time that an obligation must be kept: from a day to a day. */
export const ObligationTerm = z.strictObject({
  id: ObligationTermId,
  /** From 1. */
  number: z.int().min(1),
  startsAt: Instant,
  dueAt: Instant,
  state: ObligationState,
  keptAt: Instant.nullable(),
  evidence: z.array(Evidence),
  dispute: Dispute.nullable(),
  waiver: z.strictObject({ at: Instant, by: PersonId, reason: z.string(), decision: DecisionOfBody }).nullable(),
  reminders: z.array(z.strictObject({ rung: Rung, at: Instant })),
})
export type ObligationTerm = z.infer<typeof ObligationTerm>

/** A promise of one institution under an agreement in force, as a list needs it: with the term that counts now. */
export const ObligationSummary = z.strictObject({
  id: ObligationId,
  agreementId: AgreementId,
  networkId: NetworkId,
  /** Who owes it. */
  institutionId: InstitutionId,
  /** Who sees to it there; `null` while nobody is named. */
  responsibleId: PersonId.nullable(),
  /** Its id among the obligations of the agreement's content. */
  clause: Slug,
  what: LocalizedText,
  articleNumber: z.int().min(1),
  /** The number that was promised; `null` where none was. */
  promised: z.strictObject({ amount: z.int().min(1), unit: LocalizedText }).nullable(),
  term: ObligationTerm.omit({ evidence: true, reminders: true, waiver: true, dispute: true }),
  /** The last number that was reported or seen in the term, of how many. */
  latest: z.strictObject({ value: z.int(), of: z.int().nullable() }).nullable(),
  /** The agreement or the institution's part in it is over: nothing more falls due. */
  endedAt: Instant.nullable(),
})
export type ObligationSummary = z.infer<typeof ObligationSummary>

/** A word of somebody about an obligation. */
export const ObligationComment = z.strictObject({ at: Instant, by: PersonId, institutionId: InstitutionId, text: z.string() })
export type ObligationComment = z.infer<typeof ObligationComment>

/** An obligation with all its terms, the newest first, and what was said about it, the oldest first. */
export const ObligationDetail = z.strictObject({
  ...ObligationSummary.shape,
  agreementTitle: LocalizedText,
  measure: LocalizedText,
  evidenceAsked: LocalizedText,
  /** What Mreža itself counts for it; `null` where people report. */
  observes: z.string().nullable(),
  terms: z.array(ObligationTerm),
  comments: z.array(ObligationComment),
})
export type ObligationDetail = z.infer<typeof ObligationDetail>
