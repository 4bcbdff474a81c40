import type { AgreementRecordEntry, NationalFile, NetworkFile, RecordParty, ServiceEntry } from '@mreza/contracts-directory'
import type { Fault } from './fault.ts'
import type { FaultAt } from './place-finder.ts'
import { repeated } from './repeated.ts'

/** The slugs that a file may refer to outside itself; `complete` is false while the national file could not be loaded. */
export interface Register {
  readonly institutions: ReadonlySet<string>
  readonly documents: ReadonlySet<string>
  readonly complete: boolean
}

export const registerOf = (national: NationalFile | null): Register => ({
  institutions: new Set(national?.bodies.map((body) => body.slug)),
  documents: new Set(national?.documents.map((document) => document.slug)),
  complete: national !== null,
})

type Path = readonly PropertyKey[]
type Reference = { readonly slug: string; readonly path: Path }

const partyReferences = (parties: readonly RecordParty[], path: Path): Reference[] =>
  parties.flatMap((party, index) => ('institution' in party ? [{ slug: party.institution, path: [...path, index] }] : []))

const institutionReferences = (
  services: readonly ServiceEntry[],
  records: readonly AgreementRecordEntry[],
  recordsAt: string,
): Reference[] => [
  ...services.flatMap((service, index) =>
    service.provider === null ? [] : [{ slug: service.provider, path: ['services', index, 'provider'] }],
  ),
  ...records.flatMap((record, index) => [
    ...partyReferences(record.parties, [recordsAt, index, 'parties']),
    ...record.obligations.flatMap((obligation, at) =>
      partyReferences(obligation.responsible ?? [], [recordsAt, index, 'obligations', at, 'responsible']),
    ),
  ]),
]

const recordReferences = (records: readonly AgreementRecordEntry[], recordsAt: string): Reference[] =>
  records.flatMap((record, index) => record.relatedSlugs.map((slug, at) => ({ slug, path: [recordsAt, index, 'relatedSlugs', at] })))

const parentReferences = (entries: readonly { parentSlug?: string | undefined }[], at: string): Reference[] =>
  entries.flatMap(({ parentSlug }, index) => (parentSlug === undefined ? [] : [{ slug: parentSlug, path: [at, index, 'parentSlug'] }]))

const unknown = (references: readonly Reference[], known: (slug: string) => boolean, what: string, faultAt: FaultAt): Fault[] =>
  references.filter(({ slug }) => !known(slug)).map(({ slug, path }) => faultAt(path, `there is no ${what} ${slug}`))

const twice = (slugs: readonly string[], at: string, faultAt: FaultAt): Fault[] =>
  repeated(slugs).map(({ index, value }) => faultAt([at, index, 'slug'], `${value} stands twice`))

/** What a network's file says that cannot be so: a slug that stands twice or is taken by another file, a reference to nothing. */
export const networkFaults = (file: NetworkFile, faultAt: FaultAt, national: Register, taken: ReadonlySet<string>): Fault[] => {
  const own = new Set(file.institutions.map((institution) => institution.slug))
  const records = new Set(file.agreements.map((record) => record.slug))
  const isInstitution = (slug: string) => own.has(slug) || national.institutions.has(slug) || !national.complete
  const isRecord = (slug: string) => records.has(slug) || national.documents.has(slug) || !national.complete
  const network = file.network
  return [
    ...twice(
      file.institutions.map(({ slug }) => slug),
      'institutions',
      faultAt,
    ),
    ...twice(
      file.services.map(({ slug }) => slug),
      'services',
      faultAt,
    ),
    ...twice(
      file.agreements.map(({ slug }) => slug),
      'agreements',
      faultAt,
    ),
    ...file.institutions.flatMap(({ slug }, index) =>
      taken.has(slug) ? [faultAt(['institutions', index, 'slug'], `${slug} is the name of an institution in another file`)] : [],
    ),
    ...unknown(institutionReferences(file.services, file.agreements, 'agreements'), isInstitution, 'institution', faultAt),
    ...unknown(parentReferences(file.institutions, 'institutions'), (slug) => own.has(slug), 'institution', faultAt),
    ...unknown(
      network.monitoringPartners.map((slug, index) => ({ slug, path: ['network', 'monitoringPartners', index] })),
      (slug) => own.has(slug),
      'institution',
      faultAt,
    ),
    ...unknown([{ slug: network.memorandum, path: ['network', 'memorandum'] }], (slug) => records.has(slug), 'agreement', faultAt),
    ...unknown([{ slug: network.formedUnderProject, path: ['network', 'formedUnderProject'] }], isRecord, 'document', faultAt),
    ...unknown(recordReferences(file.agreements, 'agreements'), isRecord, 'document', faultAt),
  ]
}

/** The same for the national file. Its parties may be institutions of a city, which it does not know, so only bodies' own references are judged. */
export const nationalFaults = (file: NationalFile, faultAt: FaultAt): Fault[] => {
  const bodies = new Set(file.bodies.map((body) => body.slug))
  return [
    ...twice(
      file.bodies.map(({ slug }) => slug),
      'bodies',
      faultAt,
    ),
    ...twice(
      file.services.map(({ slug }) => slug),
      'services',
      faultAt,
    ),
    ...twice(
      file.documents.map(({ slug }) => slug),
      'documents',
      faultAt,
    ),
    ...unknown(parentReferences(file.bodies, 'bodies'), (slug) => bodies.has(slug), 'body', faultAt),
  ]
}
