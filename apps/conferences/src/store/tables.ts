import type { ConferenceRule, InformationRule, Priority, Procedure, Provision, Step } from '@mreza/contracts-agreements'
import type {
  AgeGroup,
  AgendaItem,
  Attendance,
  Basis,
  ConferenceState,
  ReferralContent,
  ReferralState,
  VictimStatus,
} from '@mreza/contracts-conferences'
import type {
  AgreementId,
  CaseId,
  CivilDate,
  ConferenceId,
  Instant,
  InstitutionId,
  LocalizedText,
  NetworkId,
  PersonId,
  ReferralId,
  Role,
  Section,
  Sector,
  Slug,
  TaskId,
} from '@mreza/contracts-kernel'
import type { JSONColumnType } from 'kysely'

interface NetworkTable {
  id: NetworkId
  slug: Slug
}
interface InstitutionTable {
  id: InstitutionId
  network_id: NetworkId | null
  sector: Sector
}
interface MemberTable {
  membership_id: string
  person_id: PersonId
  institution_id: InstitutionId
  network_id: NetworkId | null
  roles: Role[]
  ended_at: Instant | null
}
/** A party of an agreement when its procedure was fetched. */
export interface ProcedureParty {
  institutionId: InstitutionId
  sector: Sector
  signed: boolean
}
interface ProcedureTable {
  agreement_id: AgreementId
  network_id: NetworkId
  template_id: Slug
  title: JSONColumnType<LocalizedText>
  procedure: JSONColumnType<Procedure>
  conference_rule: JSONColumnType<ConferenceRule>
  information_rules: JSONColumnType<InformationRule[]>
  parties: JSONColumnType<ProcedureParty[]>
  in_force_at: Instant
  ended_at: Instant | null
}
interface SuspensionTable {
  agreement_id: AgreementId
  suspended: boolean
  told_at: Instant
}
interface ReferralTable {
  id: ReferralId
  network_id: NetworkId
  sender_id: InstitutionId
  sent_by: PersonId
  receiver_id: InstitutionId
  beneficiary_id: string
  state: ReferralState
  priority: Priority
  age_group: AgeGroup
  content: JSONColumnType<ReferralContent>
  sent_at: Instant
  acknowledged_at: Instant | null
  answered_at: Instant | null
  decline_reason: string | null
  case_id: CaseId | null
}
interface CaseFileTable {
  id: CaseId
  network_id: NetworkId
  code: string
  referral_id: ReferralId
  beneficiary_id: string
  priority: Priority
  age_group: AgeGroup
  victim_status: VictimStatus
  opened_at: Instant
  lead_institution_id: InstitutionId
  case_manager_id: PersonId | null
  agreement_id: AgreementId | null
  plan_approved_at: Instant | null
}
interface ParticipationTable {
  case_id: CaseId
  id: string
  institution_id: InstitutionId
  person_id: PersonId | null
  sections: Section[]
  basis: JSONColumnType<Basis>
  from_at: Instant
  until_at: Instant | null
  ended_at: Instant | null
}
interface CaseStepTable {
  case_id: CaseId
  step_id: string
  position: number
  stage_title: JSONColumnType<LocalizedText>
  step: JSONColumnType<Step>
  triggered_at: Instant | null
  done_at: Instant | null
  done_by: PersonId | null
  evidence: string | null
}
interface ClockTable {
  id: string
  network_id: NetworkId
  referral_id: ReferralId | null
  case_id: CaseId | null
  step_id: string | null
  label: JSONColumnType<LocalizedText>
  started_at: Instant
  due_at: Instant
  paused_at: Instant | null
  done_at: Instant | null
  source: JSONColumnType<Provision>
  soon_at: Instant
  soon_announced_at: Instant | null
  broken_announced_at: Instant | null
}
interface ConferenceTable {
  case_id: CaseId
  id: ConferenceId
  network_id: NetworkId
  case_code: string
  state: ConferenceState
  starts_at: Instant
  duration: number
  place: string
  agenda: JSONColumnType<AgendaItem[]>
  mandatory_sectors: Sector[]
  quorum_needed: number
  scheduled_by: PersonId
  scheduled_at: Instant
  missing_sectors_reason: string | null
  cancel_reason: string | null
  opened_at: Instant | null
  closed_at: Instant | null
}
interface InvitationTable {
  case_id: CaseId
  conference_id: ConferenceId
  institution_id: InstitutionId
  sector: Sector
  mandatory: boolean
  answer: 'waiting' | 'accepted' | 'declined'
  attendee_id: PersonId | null
  /** What accepting opened. */
  participation_id: string | null
  reason: string | null
  answered_at: Instant | null
  attendance: Attendance
}
interface DecisionTable {
  case_id: CaseId
  conference_id: ConferenceId
  number: number
  text: string
  recorded_at: Instant
  recorded_by: PersonId
  with_quorum: boolean
}
interface TaskTable {
  case_id: CaseId
  id: TaskId
  conference_id: ConferenceId
  decision_number: number
  case_code: string
  network_id: NetworkId
  institution_id: InstitutionId
  person_id: PersonId | null
  what: string
  due_on: CivilDate
  done_at: Instant | null
  done_by: PersonId | null
  result: string | null
}
interface AuditEntryTable {
  chain: string
  seq: number
  at: Instant
  action: string
  person_id: PersonId | null
  institution_id: InstitutionId | null
  purpose: string | null
  refs: JSONColumnType<Record<string, string>>
  case_id: CaseId | null
}

/** The tables of the schema `conferences` as kysely knows them. */
export interface ConferencesTables {
  network: NetworkTable
  institution: InstitutionTable
  member: MemberTable
  procedure: ProcedureTable
  suspension: SuspensionTable
  referral: ReferralTable
  case_file: CaseFileTable
  participation: ParticipationTable
  case_step: CaseStepTable
  clock: ClockTable
  conference: ConferenceTable
  invitation: InvitationTable
  decision: DecisionTable
  task: TaskTable
  audit_entry: AuditEntryTable
}

interface SubjectKeyTable {
  beneficiary_id: string
  wrapped: Buffer
}
interface IdentityFieldTable {
  beneficiary_id: string
  field: string
  sealed: Buffer
}

/** The tables of the schema `vault`, named in full: who puts in works in another schema. */
export interface VaultTables {
  'vault.subject_key': SubjectKeyTable
  'vault.identity_field': IdentityFieldTable
}
