import type {
  AgreementRecordEntry,
  InstitutionEntry,
  NationalBody,
  NationalFile,
  NetworkFile,
  RecordParty,
  ServiceEntry,
} from '@mreza/contracts-directory'
import type { InstitutionId, NetworkId, SourcedName } from '@mreza/contracts-kernel'
import { foldForSearch } from '@mreza/i18n'
import type { AgreementRecordTable, GapTable, InstitutionTable, KnownParty, NetworkTable, ServiceTable } from '../store/tables.ts'

/** The files that fit their schema. */
export interface RegisterFiles {
  readonly networks: readonly NetworkFile[]
  /** Absent when it is broken. */
  readonly national?: NationalFile
}

/** The register as the files say it, ready to be kept. */
export interface Register {
  readonly networks: readonly NetworkTable[]
  readonly institutions: readonly InstitutionTable[]
  readonly services: readonly ServiceTable[]
  readonly records: readonly AgreementRecordTable[]
  readonly gaps: readonly GapTable[]
}

/** Ids by slug: those that are kept, and new ones for what is new; the same slug always gets the same id. */
export type IdOf = (kind: 'network' | 'institution' | 'service' | 'record', slug: string) => string

/** The id of an institution; `null` for one that nobody has described yet. */
type Known = (slug: string | null | undefined) => InstitutionId | null

const searchOf = (...names: readonly SourcedName[]): string =>
  foldForSearch(
    names
      .flatMap(({ en, srLatn, srCyrl }) => [en, srLatn, srCyrl])
      .filter((name) => name !== null)
      .join(' '),
  )

const networkOf = ({ network }: NetworkFile, idOf: IdOf): NetworkTable => {
  const { slug, name, locative, sources, ...facts } = network
  return { id: idOf('network', slug) as NetworkId, slug, city: name, locative, facts, sources }
}

const named = (entry: InstitutionEntry | NationalBody, idOf: IdOf, known: Known) => ({
  id: idOf('institution', entry.slug) as InstitutionId,
  slug: entry.slug,
  parent_id: known(entry.parentSlug),
  name: entry.name,
  name_basis: entry.nameBasis,
  short_name: entry.shortName,
  sector: entry.sector,
  roles: entry.roles,
  sources: entry.sources,
  search: searchOf(entry.name, entry.shortName),
})

const memberOf = (entry: InstitutionEntry, position: number, networkId: NetworkId, idOf: IdOf, known: Known): InstitutionTable => ({
  ...named(entry, idOf, known),
  network_id: networkId,
  position,
  mention: entry.mention,
  facts: {},
})

const bodyOf = (body: NationalBody, position: number, idOf: IdOf, known: Known): InstitutionTable => {
  const { slug, name, nameBasis, shortName, sector, roles, parentSlug, sources, ...facts } = body
  return { ...named(body, idOf, known), network_id: null, position, mention: null, facts }
}

const serviceOf = (entry: ServiceEntry, position: number, network_id: NetworkId | null, idOf: IdOf, known: Known): ServiceTable => ({
  id: idOf('service', entry.slug),
  slug: entry.slug,
  network_id,
  provider_id: known(entry.provider),
  position,
  name: entry.name,
  entry,
  search: searchOf(entry.name),
})

const partyOf = (party: RecordParty, known: Known): KnownParty => {
  if ('text' in party) return party
  const institutionId = known(party.institution)
  return institutionId === null ? { text: party.institution } : { institutionId }
}

const recordOf = (
  entry: AgreementRecordEntry,
  position: number,
  network_id: NetworkId | null,
  idOf: IdOf,
  known: Known,
): AgreementRecordTable => ({
  id: idOf('record', entry.slug),
  slug: entry.slug,
  network_id,
  position,
  parties: entry.parties.map((party) => partyOf(party, known)),
  entry,
})

const gapsOf = ({ gapsReported }: NetworkFile, network_id: NetworkId): GapTable[] =>
  gapsReported.texts.map((text, position) => ({ network_id, position, text, sources: gapsReported.sources }))

const knownIn = ({ networks, national }: RegisterFiles, kept: Iterable<string>, idOf: IdOf): Known => {
  const described = [...networks.flatMap((file) => file.institutions), ...(national?.bodies ?? [])].map(({ slug }) => slug)
  const slugs = new Set<string>([...kept, ...described])
  return (slug) => (typeof slug === 'string' && slugs.has(slug) ? (idOf('institution', slug) as InstitutionId) : null)
}

/**
 * What the files say, as rows: every fact with its source, what they do not say as `null` (DI1). Institutions that are `kept` already
 * may be named too, also while their own file is broken. Pure.
 */
export const registerFrom = (files: RegisterFiles, kept: Iterable<string>, idOf: IdOf): Register => {
  const known = knownIn(files, kept, idOf)
  const { networks, national } = files
  const of = (file: NetworkFile) => idOf('network', file.network.slug) as NetworkId
  return {
    networks: networks.map((file) => networkOf(file, idOf)),
    institutions: [
      ...networks.flatMap((file) => file.institutions.map((entry, at) => memberOf(entry, at, of(file), idOf, known))),
      ...(national?.bodies ?? []).map((body, at) => bodyOf(body, at, idOf, known)),
    ],
    services: [
      ...networks.flatMap((file) => file.services.map((entry, at) => serviceOf(entry, at, of(file), idOf, known))),
      ...(national?.services ?? []).map((entry, at) => serviceOf(entry, at, null, idOf, known)),
    ],
    records: [
      ...networks.flatMap((file) => file.agreements.map((entry, at) => recordOf(entry, at, of(file), idOf, known))),
      ...(national?.documents ?? []).map((entry, at) => recordOf(entry, at, null, idOf, known)),
    ],
    gaps: networks.flatMap((file) => gapsOf(file, of(file))),
  }
}
