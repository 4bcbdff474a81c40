import type { InstitutionId, Sector } from '@mreza/contracts-kernel'

/** An institution that may be invited. */
export interface Candidate {
  readonly id: InstitutionId
  readonly sector: Sector
  /** Bound by the agreement of the case. */
  readonly party: boolean
  readonly takesPart: boolean
  /** Of the network of the case, rather than a body of the whole country. */
  readonly near: boolean
}

/** Candidates as the rule sorts them; a mandatory sector is a group of its own. */
export interface InviteGroup {
  readonly kind: 'mandatory' | 'optional' | 'notified' | 'other'
  readonly sector: Sector | null
  readonly candidates: readonly Candidate[]
}

/** Which sectors the agreement names, and how. */
export interface NamedSectors {
  readonly mandatory: readonly Sector[]
  readonly optional: readonly Sector[]
  readonly notified: readonly Sector[]
}

const isLikely = ({ party, takesPart }: Candidate) => party || takesPart
const rank = ({ party, takesPart }: Candidate) => (takesPart ? 0 : party ? 1 : 2)
const ranked = (candidates: readonly Candidate[]) => candidates.toSorted((a, b) => rank(a) - rank(b))

/** Those at hand; where there are none of a sector that must be asked or told, all of it. */
const atHand = (candidates: readonly Candidate[], orAll: boolean) => {
  const near = candidates.filter((candidate) => candidate.near || isLikely(candidate))
  return near.length === 0 && orAll ? candidates : near
}

/** Sorts candidates by what the agreement says of their sector; those who take part come first, then its parties (CF18). */
export const groupsOf = ({ mandatory, optional, notified }: NamedSectors, candidates: readonly Candidate[]): readonly InviteGroup[] => {
  const of = (sectors: readonly Sector[], orAll: boolean) =>
    ranked(
      atHand(
        candidates.filter(({ sector }) => sectors.includes(sector)),
        orAll,
      ),
    )
  const onlyOptional = optional.filter((sector) => !mandatory.includes(sector))
  const onlyNotified = notified.filter((sector) => !mandatory.includes(sector) && !optional.includes(sector))
  const named: InviteGroup[] = [
    ...mandatory.map((sector) => ({ kind: 'mandatory' as const, sector, candidates: of([sector], true) })),
    { kind: 'optional', sector: null, candidates: of(onlyOptional, false) },
    { kind: 'notified', sector: null, candidates: of(onlyNotified, true) },
  ]
  const placed = new Set(named.flatMap((group) => group.candidates.map(({ id }) => id)))
  const other: InviteGroup = { kind: 'other', sector: null, candidates: ranked(candidates.filter(({ id }) => !placed.has(id))) }
  return [...named, other].filter(({ kind, candidates: list }) => kind === 'mandatory' || list.length > 0)
}

/** One institution for each mandatory and each notified sector: who takes part already, else the first party. Without a rule all who take part. */
export const preselected = (groups: readonly InviteGroup[]): readonly InstitutionId[] => {
  const bySector = new Map<Sector, InstitutionId>()
  for (const { kind, candidates } of groups)
    for (const candidate of candidates)
      if ((kind === 'mandatory' || kind === 'notified') && isLikely(candidate) && !bySector.has(candidate.sector))
        bySector.set(candidate.sector, candidate.id)
  if (groups.some(({ kind }) => kind === 'mandatory')) return [...bySector.values()]
  return groups.flatMap(({ candidates }) => candidates.filter(({ takesPart }) => takesPart).map(({ id }) => id))
}

/** The mandatory sectors of which no institution is chosen, in whatever group it stands (CF18). */
export const missingSectors = (groups: readonly InviteGroup[], chosen: readonly InstitutionId[]): readonly Sector[] => {
  const all = groups.flatMap(({ candidates }) => candidates)
  const covered = new Set(all.filter(({ id }) => chosen.includes(id)).map(({ sector }) => sector))
  return groups.flatMap(({ kind, sector }) => (kind === 'mandatory' && sector !== null && !covered.has(sector) ? [sector] : []))
}
