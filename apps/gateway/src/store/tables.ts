import type { DisplayName } from '@mreza/contracts-identity'
import type { Language, LocalizedText, Role, Sector, SourcedName } from '@mreza/contracts-kernel'
import type { ColumnType, Generated } from 'kysely'

/** A moment: an ISO string when read, a `Date` when written. */
type Moment = ColumnType<string, Date, Date>
type MaybeMoment = ColumnType<string | null, Date | null | undefined, Date | null>
/** Structured values are written through `json` of `@mreza/db`. */
type Json<T> = ColumnType<T, T, T>

export interface AccountTable {
  person_id: string
  email: string
  password_hash: string | null
  display_name: Json<DisplayName>
  language: Generated<Language>
  created_at: Generated<string>
  disabled_at: MaybeMoment
}

export interface MembershipTable {
  id: string
  person_id: string
  institution_id: string
  network_id: string | null
  sector: Sector
  roles: Role[]
  valid_from: Moment
  valid_until: MaybeMoment
  ended_at: MaybeMoment
  ended_by: string | null
}

export interface InvitationTable {
  id: string
  token_hash: Buffer
  person_id: string
  email: string
  display_name: Json<DisplayName>
  job_title: Json<LocalizedText | null>
  institution_id: string
  network_id: string | null
  sector: Sector
  roles: Role[]
  invited_by: string
  created_at: Moment
  expires_at: Moment
  accepted_at: MaybeMoment
  withdrawn_at: MaybeMoment
}

export interface SessionTable {
  id: string
  token_hash: Buffer
  previous_token_hash: Buffer | null
  rotated_at: Moment
  database_key_hash: Buffer
  membership_id: string
  assurance: 'password' | 'two-factor' | 'demo'
  created_at: Moment
  expires_at: Moment
  idle_until: Moment
  revoked_at: MaybeMoment
}

export interface SignInTryTable {
  id: Generated<number>
  scope: 'account' | 'address'
  key_hash: Buffer
  at: Moment
}

export interface SetUpTable {
  only_row: Generated<boolean>
  token_hash: Buffer
  institution_id: string
  made_at: Moment
  used_at: MaybeMoment
}

export interface InstitutionTable {
  id: string
  network_id: string | null
  sector: Sector
}

export interface DemoPersonTable {
  slug: string
  person_id: string
  position: number
  job_title: Json<LocalizedText>
  institution_name: Json<SourcedName>
  network_name: Json<SourcedName | null>
}

/** The tables of the schema `identity`. */
export interface IdentityTables {
  account: AccountTable
  membership: MembershipTable
  invitation: InvitationTable
  session: SessionTable
  sign_in_try: SignInTryTable
  set_up: SetUpTable
  institution: InstitutionTable
  demo_person: DemoPersonTable
}
