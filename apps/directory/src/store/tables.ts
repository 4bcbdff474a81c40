import type { AgreementRecordEntry, Contact, ServiceEntry, SourceReference } from '@mreza/contracts-directory'
import type { InstitutionId, LocalizedText, NetworkId, PersonId, Sector, Slug, SourcedName } from '@mreza/contracts-kernel'
import type { Selectable } from 'kysely'

export interface NetworkTable {
  id: NetworkId
  slug: Slug
  city: LocalizedText
  locative: LocalizedText
  /** What the file says of the network and no column holds, by name. */
  facts: Record<string, unknown>
  sources: SourceReference[]
}

export interface InstitutionTable {
  id: InstitutionId
  slug: Slug
  network_id: NetworkId | null
  parent_id: InstitutionId | null
  /** The order of the file. */
  position: number
  name: SourcedName
  name_basis: string | null
  short_name: LocalizedText
  sector: Sector
  mention: string | null
  roles: string[]
  facts: Record<string, unknown>
  sources: SourceReference[]
  /** Its names, folded (DI8). */
  search: string
}

export interface ServiceTable {
  id: string
  slug: Slug
  network_id: NetworkId | null
  provider_id: InstitutionId | null
  position: number
  name: SourcedName
  entry: ServiceEntry
  search: string
}

/** A party as the record names it, with the id of the institution where there is one. */
export type KnownParty = { readonly institutionId: InstitutionId } | { readonly text: string }

export interface AgreementRecordTable {
  id: string
  slug: Slug
  network_id: NetworkId | null
  position: number
  parties: KnownParty[]
  entry: AgreementRecordEntry
}

export interface GapTable {
  network_id: NetworkId
  position: number
  text: string
  sources: SourceReference[]
}

export interface ImportFaultTable {
  path: string
  position: number
  line: number | null
  reason: string
  found_at: string
}

export interface PersonTable {
  id: PersonId
  /** Only of the invented people of a demo installation. */
  demo_slug: Slug | null
  institution_id: InstitutionId
  display_name: { srLatn: string; srCyrl: string }
  job_title: LocalizedText
  is_head: boolean
  added_by: PersonId | null
  added_at: string
  search: string
}

export interface ContactTable {
  id: string
  institution_id: InstitutionId
  kind: Contact['kind']
  value: string
  note: string | null
  added_by: PersonId
  verified_by: PersonId | null
  verified_at: string | null
}

export interface DirectoryTables {
  network: NetworkTable
  institution: InstitutionTable
  service: ServiceTable
  agreement_record: AgreementRecordTable
  gap: GapTable
  import_fault: ImportFaultTable
  person: PersonTable
  contact: ContactTable
}

export type NetworkRow = Selectable<NetworkTable>
export type InstitutionRow = Selectable<InstitutionTable>
export type ServiceRow = Selectable<ServiceTable>
export type PersonRow = Selectable<PersonTable>
export type ContactRow = Selectable<ContactTable>
