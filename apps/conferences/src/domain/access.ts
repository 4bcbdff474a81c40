import { caseRoles, type Participation } from '@mreza/contracts-conferences'
import type { Instant, Section, Subject } from '@mreza/contracts-kernel'

/** What of a participation decides over access. */
export type AccessFacts = Pick<Participation, 'institutionId' | 'personId' | 'sections' | 'from' | 'until' | 'endedAt'>

/** What of a subject decides over access. */
export type Asking = Pick<Subject, 'personId' | 'institutionId' | 'roles'>

/** Whether a participation is in force at a moment. */
export const inForce = (participation: AccessFacts, now: Instant): boolean =>
  participation.from <= now && (participation.until === null || now < participation.until) && participation.endedAt === null

const concerns = (participation: AccessFacts, subject: Asking): boolean =>
  participation.institutionId === subject.institutionId && (participation.personId === null || participation.personId === subject.personId)

/** The sections of a case that are open to a person now (CF13, CF15): the same predicate as `access.case_sections` in the database. */
export const openSections = (participations: readonly AccessFacts[], subject: Asking, now: Instant): readonly Section[] => {
  if (!subject.roles.some((role) => caseRoles.includes(role))) return []
  const open = participations.filter((participation) => inForce(participation, now) && concerns(participation, subject))
  return [...new Set(open.flatMap((participation) => participation.sections))]
}
