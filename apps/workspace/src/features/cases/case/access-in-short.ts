import type { Basis, CaseDetail } from '@mreza/contracts-conferences'
import type { Instant, InstitutionId, PersonId, Section } from '@mreza/contracts-kernel'
import { isOver } from './participation-words.ts'

/** Somebody with access, once, however many participations they have. `personId` is `null` for all of an institution. */
export interface AccessInShort {
  readonly institutionId: InstitutionId
  readonly personId: PersonId | null
  readonly leads: boolean
  /** On what bases, each once; none for a case manager who sees the case as one of the institution. */
  readonly bases: readonly Basis['kind'][]
  readonly sections: readonly Section[]
}

const union = <T>(one: readonly T[], other: readonly T[]): readonly T[] => [...new Set([...one, ...other])]

/** Who may see what in a case now: who leads it first, then the others in the order in which they came. */
export const accessInShort = (
  { participations, leadInstitutionId, caseManagerId }: Pick<CaseDetail, 'participations' | 'leadInstitutionId' | 'caseManagerId'>,
  now: Instant,
): readonly AccessInShort[] => {
  const found = new Map<string, AccessInShort>()
  if (caseManagerId !== null)
    found.set(caseManagerId, { institutionId: leadInstitutionId, personId: caseManagerId, leads: true, bases: [], sections: [] })
  for (const { institutionId, personId, basis, sections } of participations.filter((participation) => !isOver(participation, now))) {
    const key = personId ?? institutionId
    const known = found.get(key) ?? { institutionId, personId, leads: false, bases: [], sections: [] }
    found.set(key, { ...known, bases: union(known.bases, [basis.kind]), sections: union(known.sections, sections) })
  }
  return [...found.values()]
}
