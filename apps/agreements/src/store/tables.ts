import type { AgreementKind, AgreementState, Template } from '@mreza/contracts-agreements'
import type { AgreementId, InstitutionId, LocalizedText, NetworkId, PersonId, Sector, Slug } from '@mreza/contracts-kernel'
import type { ColumnType, Selectable } from 'kysely'
import type { ObligationTables } from './obligation-tables.ts'

/** Written once, read ever after. */
type Fixed<T> = ColumnType<T, T, never>
/** Written through `json()`. */
type Json<T> = ColumnType<T, T, never>
type Moment = ColumnType<string | null, string | null | undefined, string>

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
  state: AgreementState
  sent_at: Moment
  text_hash: Moment
  in_force_at: Moment
  ended_at: Moment
}

export interface PartyTable {
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  template_id: Fixed<Slug>
  institution_id: Fixed<InstitutionId>
  sector: Fixed<Sector>
  required: Fixed<boolean>
  position: Fixed<number>
}

/** What heads said, in the order they said it; rows are only ever added. */
export interface SignatureTable {
  id: Fixed<string>
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  institution_id: Fixed<InstitutionId>
  kind: Fixed<'signed' | 'declined'>
  at: Fixed<string>
  person_id: Fixed<PersonId>
  text_hash: Fixed<string | null>
}

/** Apart from the signature, because fewer may read it (AG11). */
export interface DeclineReasonTable {
  signature_id: Fixed<string>
  agreement_id: Fixed<AgreementId>
  network_id: Fixed<NetworkId>
  institution_id: Fixed<InstitutionId>
  reason: Fixed<string>
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
  signature: SignatureTable
  decline_reason: DeclineReasonTable
  institution: InstitutionTable
}

export type AgreementRow = Selectable<AgreementTable>
export type ListedRow = Omit<AgreementRow, 'content'>
export type PartyRow = Selectable<PartyTable>
