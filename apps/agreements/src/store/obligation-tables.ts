import type {
  DecisionOfBody,
  EvidenceFacts,
  EvidenceId,
  ObligationId,
  ObligationState,
  ObligationTemplate,
  ObligationTermId,
  ObservedDuty,
  Rung,
  ScanMediaType,
} from '@mreza/contracts-agreements'
import type { AgreementId, Instant, InstitutionId, NetworkId, PersonId, Slug } from '@mreza/contracts-kernel'
import type { ColumnType } from 'kysely'

/** Written once, read ever after. */
type Fixed<T> = ColumnType<T, T, never>

/** What one institution owes; the clause is kept as it was in force. */
export interface ObligationTable {
  id: Fixed<ObligationId>
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  institution_id: Fixed<InstitutionId>
  clause: Fixed<Slug>
  content: Fixed<ObligationTemplate>
  begins_at: Fixed<Instant>
  responsible_id: PersonId | null
  ended_at: Instant | null
}

interface OfObligation {
  obligation_id: Fixed<ObligationId>
  network_id: Fixed<NetworkId>
  institution_id: Fixed<InstitutionId>
}

export interface ObligationTermTable extends OfObligation {
  id: Fixed<ObligationTermId>
  number: Fixed<number>
  starts_at: Fixed<Instant>
  due_at: Fixed<Instant>
  /** As it was said last; it follows from the rest and the time. */
  state: ObligationState
  kept_at: Instant | null
  waived_at: Instant | null
  waived_by: PersonId | null
  waiver: { readonly reason: string; readonly decision: DecisionOfBody } | null
  /** When time may change how it stands; `null` when it does not any more. */
  next_look_at: Instant | null
}

interface OfTerm extends OfObligation {
  term_id: Fixed<ObligationTermId>
}

export interface ObligationEvidenceTable extends OfTerm {
  id: Fixed<EvidenceId>
  at: Fixed<Instant>
  by_id: Fixed<PersonId | null>
  facts: Fixed<EvidenceFacts>
  file: Fixed<{ readonly name: string; readonly mediaType: ScanMediaType; readonly sha256: string } | null>
}

export interface EvidenceFileTable {
  evidence_id: Fixed<EvidenceId>
  network_id: Fixed<NetworkId>
  institution_id: Fixed<InstitutionId>
  bytes: Fixed<Buffer>
}

export interface ObligationDisputeTable extends OfTerm {
  id: Fixed<string>
  at: Fixed<Instant>
  by_id: Fixed<PersonId>
  by_institution_id: Fixed<InstitutionId>
  reason: Fixed<string>
  settled_at: ColumnType<Instant | null, undefined, Instant>
  settled_by: ColumnType<PersonId | null, undefined, PersonId>
  outcome: ColumnType<'kept' | 'not-kept' | null, undefined, 'kept' | 'not-kept'>
  settled_because: ColumnType<string | null, undefined, string>
}

export interface ObligationReminderTable extends OfTerm {
  rung: Fixed<Rung>
  at: Fixed<Instant>
}

export interface ObligationCommentTable extends OfObligation {
  id: Fixed<string>
  at: Fixed<Instant>
  by_id: Fixed<PersonId>
  by_institution_id: Fixed<InstitutionId>
  text: Fixed<string>
}

/** How a duty was kept once, as another service saw it; no case and no person stands in it. */
export interface ObservedDutyTable {
  event_id: Fixed<string>
  network_id: Fixed<NetworkId>
  institution_id: Fixed<InstitutionId>
  duty: Fixed<ObservedDuty>
  at: Fixed<Instant>
  met: Fixed<boolean>
}

export interface ObligationTables {
  obligation: ObligationTable
  obligation_term: ObligationTermTable
  obligation_evidence: ObligationEvidenceTable
  evidence_file: EvidenceFileTable
  obligation_dispute: ObligationDisputeTable
  obligation_reminder: ObligationReminderTable
  obligation_comment: ObligationCommentTable
  observed_duty: ObservedDutyTable
}
