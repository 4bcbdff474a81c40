import { type Basis, conferenceOperations } from '@mreza/contracts-conferences'
import type { CaseId, Instant, InstitutionId, PersonId, Section } from '@mreza/contracts-kernel'
import type * as z from 'zod'

const input = conferenceOperations.grantParticipation.input

/** What is given: checked by the contract. */
export type GrantToSend = z.output<typeof input>

/** A participation as it is being filled in; the fields of every basis are kept while one chooses among them. */
export interface GrantDraft {
  readonly institutionId: InstitutionId | null
  readonly personId: PersonId | null
  readonly sections: readonly Section[]
  readonly kind: Basis['kind'] | null
  readonly givenBy: 'beneficiary' | 'guardian' | 'temporary-guardian' | null
  readonly givenAt: Instant | null
  readonly explained: string
  readonly rule: string
  readonly reason: string
  readonly until: Instant | null
}

/** An empty one. Everyone sees the core. */
export const emptyGrant: GrantDraft = {
  institutionId: null,
  personId: null,
  sections: ['core'],
  kind: null,
  givenBy: null,
  givenAt: null,
  explained: '',
  rule: '',
  reason: '',
  until: null,
}

const instant = (at: Instant | null) => (at === null ? null : new Date(at).toISOString())

const basisOf = ({ kind, givenBy, givenAt, explained, rule, reason }: GrantDraft) => {
  if (kind === 'consent') return { kind, givenBy, givenAt: instant(givenAt), explained }
  if (kind === 'legal-duty') return { kind, rule: rule.trim() }
  return kind === 'emergency' ? { kind, reason } : { kind }
}

/** The name of a field that is missing or wrong. */
export type GrantField =
  | 'institutionId'
  | 'personId'
  | 'sections'
  | 'kind'
  | 'givenBy'
  | 'givenAt'
  | 'explained'
  | 'rule'
  | 'reason'
  | 'until'

/** The participation to grant, or the fields that are not filled in as they should be. */
export const readGrant = (caseId: CaseId, draft: GrantDraft): { grant: GrantToSend } | { wrong: ReadonlySet<GrantField> } => {
  const { institutionId, personId, sections, until } = draft
  const parsed = input.safeParse({ caseId, institutionId, personId, sections, until: instant(until), basis: basisOf(draft) })
  if (parsed.success) return { grant: parsed.data }
  return { wrong: new Set(parsed.error.issues.map(({ path }) => String(path.at(-1)) as GrantField)) }
}
