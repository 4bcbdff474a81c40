import type { AgreementRecord, Contact, InstitutionDetail, InstitutionSummary, Person, Service } from '@mreza/contracts-directory'
import type { AgreementRecordTable, ContactRow, InstitutionRow, PersonRow, ServiceRow } from '../store/tables.ts'

export const summaryOf = (row: InstitutionRow): InstitutionSummary => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  shortName: row.short_name,
  sector: row.sector,
  networkId: row.network_id,
  parentId: row.parent_id,
})

/** A service as the source describes it; what it does not say stays `null` (DI1). */
export const serviceOf = ({ id, slug, name, provider_id, entry }: ServiceRow): Service => ({
  id,
  slug,
  name,
  providerId: provider_id,
  providerText: provider_id === null ? entry.provider : null,
  legalGroup: entry.legalGroup,
  acceptsTraffickingVictims: entry.acceptsTraffickingVictims,
  status: entry.statusInText,
  capacity: entry.capacity,
  capacityText: entry.capacityRaw,
  eligibility: entry.eligibility,
  maxStay: entry.maxStay,
  usage: entry.usage,
  scope: entry.scope,
  notes: entry.notes,
  sources: entry.sources,
})

type Obligation = AgreementRecordTable['entry']['obligations'][number]

/** One line for each figure: "30 percent of the households and 15 percent of the youth" are two promises that can be kept apart. */
const obligationsOf = ({ slug, text, quantity, unit }: Obligation): AgreementRecord['obligations'] => {
  if (typeof quantity !== 'object') return [{ id: slug, text, quantity: quantity ?? null, unit: unit ?? null }]
  return Object.entries(quantity).map(([what, figure]) => ({ id: `${slug}/${what}`, text, quantity: figure, unit: unit ?? what }))
}

/** An agreement record with its true status. */
export const recordOf = ({ parties, entry }: Pick<AgreementRecordTable, 'parties' | 'entry'>): AgreementRecord => ({
  slug: entry.slug,
  type: entry.type,
  title: entry.title,
  parties: parties.map((party) => ({ ...party })),
  year: entry.year,
  date: entry.date,
  periodFrom: entry.periodFrom,
  periodTo: entry.periodTo,
  status: entry.status,
  obligations: entry.obligations.flatMap(obligationsOf),
  outcome: entry.outcome,
  addressesTrafficking: entry.addressesTrafficking,
  note: entry.note,
  sources: entry.sources,
})

export const personOf = (row: PersonRow): Person => ({
  id: row.id,
  institutionId: row.institution_id,
  displayName: row.display_name,
  jobTitle: row.job_title,
  isHead: row.is_head,
})

export const contactOf = (row: ContactRow): Contact => ({
  id: row.id,
  kind: row.kind,
  value: row.value,
  note: row.note,
  verifiedAt: row.verified_at,
})

export const detailOf = (
  row: InstitutionRow,
  of: { services: readonly ServiceRow[]; people: readonly PersonRow[]; contacts: readonly ContactRow[] },
): InstitutionDetail => ({
  ...summaryOf(row),
  nameBasis: row.name_basis,
  mention: row.mention,
  roles: row.roles,
  facts: row.facts,
  services: of.services.map(serviceOf),
  people: of.people.map(personOf),
  contacts: of.contacts.map(contactOf),
  sources: row.sources,
})
