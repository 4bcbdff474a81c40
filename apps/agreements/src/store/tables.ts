import type {
  AgreementKind,
  AgreementState,
  AgreementStep,
  CouncilStep,
  DecisionOfBody,
  DeputyId,
  EndReason,
  Entitlement,
  HowSigned,
  PendingWetInk,
  SigningRound,
  Template,
  WetInkId,
} from '@mreza/contracts-agreements'
import type { AgreementId, InstitutionId, Language, LocalizedText, NetworkId, PersonId, Sector, Slug } from '@mreza/contracts-kernel'
import type { VerifiedSignature } from '@mreza/signatures'
import type { ColumnType, Selectable } from 'kysely'
import type { ObligationTables } from './obligation-tables.ts'

/** Written once, read ever after. */
type Fixed<T> = ColumnType<T, T, never>
/** Written through `json()`. */
type Json<T> = ColumnType<T, T, never>
type Moment = ColumnType<string | null, string | null | undefined, string | null>

export interface AgreementTable {
  id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  template_id: Fixed<Slug>
  /** Kind and title of the content, so that a list need not read the whole text. */
  kind: Fixed<AgreementKind>
  title: Json<LocalizedText>
  content: Json<Template>
  drafted_at: Fixed<string>
  drafted_by: Fixed<PersonId>
  drafted_for: Fixed<InstitutionId>
  amends: Fixed<AgreementId | null>
  state: AgreementState
  /** The names of the rounds; which party is in which stands with the party. */
  rounds: ColumnType<SigningRound[], SigningRound[] | undefined, SigningRound[]>
  sent_at: Moment
  text_hash: Moment
  sign_by: Moment
  in_force_at: Moment
  suspended_at: Moment
  review_due_at: Moment
  expires_at: Moment
  ended_at: Moment
  ended_why: ColumnType<EndReason | null, undefined, EndReason>
  lapsed_at: Moment
  /** When a clock looks at it next; `null` while there is nothing to wait for. */
  look_at: Moment
}

export interface PartyTable {
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  template_id: Fixed<Slug>
  institution_id: Fixed<InstitutionId>
  sector: Fixed<Sector>
  required: Fixed<boolean>
  position: Fixed<number>
  round: Fixed<number>
  invited_at: Fixed<string | null>
}

/** When the parties of a round were asked. */
export interface RoundAskedTable {
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  round: Fixed<number>
  at: Fixed<string>
}

/** What heads and their deputies said, in the order they said it; rows are only ever added. */
export interface SignatureTable {
  id: Fixed<string>
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  institution_id: Fixed<InstitutionId>
  kind: Fixed<'signed' | 'declined'>
  at: Fixed<string>
  person_id: Fixed<PersonId | null>
  text_hash: Fixed<string | null>
  how: Json<HowSigned | null>
  entitlement: Json<Entitlement | null>
  wet_ink_id: Fixed<WetInkId | null>
}

/** Apart from the signature, because fewer may read it (AG11). */
export interface DeclineReasonTable {
  signature_id: Fixed<string>
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  institution_id: Fixed<InstitutionId>
  reason: Fixed<string>
}

/** What parties said of their councils; the latest counts. */
export interface CouncilStepTable {
  id: Fixed<string>
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  institution_id: Fixed<InstitutionId>
  at: Fixed<string>
  person_id: Fixed<PersonId>
  step: Json<CouncilStep>
}

export interface DeputyTable {
  id: Fixed<DeputyId>
  institution_id: Fixed<InstitutionId>
  network_id: Fixed<NetworkId | null>
  person_id: Fixed<PersonId>
  decision: Json<DecisionOfBody>
  until: Fixed<string | null>
  recorded_at: Fixed<string>
  recorded_by: Fixed<PersonId>
  ended_at: Moment
}

/** Scanned pages as they came, with what was recorded from them and who answered. */
export interface WetInkTable {
  id: Fixed<WetInkId>
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  template_id: Fixed<Slug>
  institution_id: Fixed<InstitutionId>
  facts: Json<PendingWetInk>
  recorded_by: Fixed<PersonId>
  page: Fixed<Buffer>
  answered_at: Moment
  answered_by: ColumnType<PersonId | null, undefined, PersonId>
  answer: ColumnType<'confirmed' | 'rejected' | null, undefined, 'confirmed' | 'rejected'>
}

export interface WithdrawalTable {
  id: Fixed<string>
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  institution_id: Fixed<InstitutionId>
  announced_at: Fixed<string>
  announced_by: Fixed<PersonId>
  reason: Fixed<string>
  ends_at: Fixed<string>
  revoked_at: Moment
  done_at: Moment
}

export interface AgreementStepTable {
  id: Fixed<string>
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  kind: Fixed<AgreementStep['kind']>
  at: Fixed<string>
  person_id: Fixed<PersonId | null>
  institution_id: Fixed<InstitutionId | null>
  reason: Fixed<string | null>
  decision: Json<DecisionOfBody | null>
}

/** The text as it was sealed when it was sent, in each language. */
export interface SealedDocumentTable {
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  language: Fixed<Language>
  bytes: Fixed<Buffer>
  sha256: Fixed<string>
  made_at: Fixed<string>
}

/** Files that were signed elsewhere, as they came, with all that was found in them. */
export interface SignatureFileTable {
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  institution_id: Fixed<InstitutionId>
  uploaded_by: Fixed<PersonId>
  uploaded_at: Fixed<string>
  format: Fixed<'pades' | 'cms'>
  bytes: Fixed<Buffer>
  sha256: Fixed<string>
  /** The SHA-256 of the signer's certificate. */
  certificate: Fixed<string>
  found: Json<VerifiedSignature>
}

/** What a clock has told of an agreement, so that it tells it once. */
export interface NoticeGivenTable {
  agreement_id: Fixed<AgreementId>
  key: Fixed<string>
  at: Fixed<string>
}

/** What the directory announced of each institution, the latest of it. */
export interface InstitutionTable {
  id: InstitutionId
  network_id: NetworkId | null
  sector: Sector
  announced_at: string
}

export interface AgreementsTables extends ObligationTables {
  agreement: AgreementTable
  party: PartyTable
  round_asked: RoundAskedTable
  signature: SignatureTable
  decline_reason: DeclineReasonTable
  council_step: CouncilStepTable
  deputy: DeputyTable
  wet_ink: WetInkTable
  withdrawal: WithdrawalTable
  agreement_step: AgreementStepTable
  sealed_document: SealedDocumentTable
  signature_file: SignatureFileTable
  notice_given: NoticeGivenTable
  institution: InstitutionTable
}

export type AgreementRow = Selectable<AgreementTable>
export type DeputyRow = Selectable<DeputyTable>
