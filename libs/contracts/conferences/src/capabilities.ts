import type { StepActor } from '@mreza/contracts-agreements'
import { type InstitutionId, type NetworkId, type PersonId, policyOf, type Role, type Section, type Subject } from '@mreza/contracts-kernel'

/** The roles of people who work on cases; nobody else sees one, whatever they take part in (CF13). */
export const caseRoles: readonly Role[] = ['coordinator', 'practitioner', 'head', 'center-officer']

/** A case as the policy sees it: who leads it and what is open to the subject now. */
export interface CaseAsked {
  readonly networkId: NetworkId
  readonly leadInstitutionId: InstitutionId
  readonly caseManagerId: PersonId | null
  /** From the participations in force now: the same answer as `access.case_sections` gives. */
  readonly openSections: readonly Section[]
}
interface TwoEnds {
  readonly senderId: InstitutionId
  readonly receiverId: InstitutionId
}
interface OwnInstitution {
  readonly institutionId: InstitutionId
}

/** What one may do with referrals, cases and conferences. */
export interface ConferenceResources {
  'referral.send': { networkId: NetworkId }
  'referral.list': void
  'referral.read': TwoEnds
  'referral.answer': TwoEnds
  'case.list': void
  'case.read': CaseAsked
  'case.reveal-identity': CaseAsked
  'case.name-manager': CaseAsked
  'case.complete-step': CaseAsked
  'case.change-participation': CaseAsked
  'conference.schedule': CaseAsked
  'conference.lead': CaseAsked
  'invitation.answer': OwnInstitution
  'task.read': OwnInstitution
  'task.complete': OwnInstitution
}

const takesPart = (_subject: unknown, asked: CaseAsked) => asked.openSections.includes('core')

export const { can: canInConferences, couldEver: couldEverInConferences } = policyOf<ConferenceResources>({
  'referral.send': { roles: caseRoles, when: (subject, to) => subject.networkId === to.networkId },
  'referral.list': { roles: caseRoles },
  'referral.read': {
    roles: caseRoles,
    when: (subject, ends) => subject.institutionId === ends.senderId || subject.institutionId === ends.receiverId,
  },
  'referral.answer': { roles: caseRoles, when: (subject, ends) => subject.institutionId === ends.receiverId },
  'case.list': { roles: caseRoles },
  'case.read': { roles: caseRoles, when: takesPart },
  'case.reveal-identity': { roles: caseRoles, when: takesPart },
  'case.name-manager': {
    roles: ['coordinator', 'head', 'practitioner'],
    when: (subject, asked) =>
      takesPart(subject, asked) && (subject.institutionId === asked.leadInstitutionId || subject.roles.includes('coordinator')),
  },
  'case.complete-step': { roles: caseRoles, when: takesPart },
  'case.change-participation': {
    roles: ['coordinator', 'head', 'practitioner', 'center-officer'],
    when: (subject, asked) =>
      takesPart(subject, asked) && (subject.personId === asked.caseManagerId || subject.roles.includes('coordinator')),
  },
  'conference.schedule': {
    roles: caseRoles,
    when: (subject, asked) =>
      takesPart(subject, asked) && (subject.personId === asked.caseManagerId || subject.roles.includes('coordinator')),
  },
  'conference.lead': {
    roles: caseRoles,
    when: (subject, asked) =>
      takesPart(subject, asked) && (subject.personId === asked.caseManagerId || subject.roles.includes('coordinator')),
  },
  'invitation.answer': { roles: caseRoles, when: (subject, invited) => subject.institutionId === invited.institutionId },
  'task.read': { roles: caseRoles, when: (subject, task) => subject.institutionId === task.institutionId },
  'task.complete': { roles: caseRoles, when: (subject, task) => subject.institutionId === task.institutionId },
})

/** Whether this person may mark a step as done: of the actor's sector, in the actor's role, or the case manager (CF12). */
export const mayCompleteStep = (actor: StepActor, subject: Subject, part: { isCaseManager: boolean; isReporter: boolean }): boolean => {
  if (part.isCaseManager) return true
  if ('sector' in actor) return actor.sector === subject.sector
  if (actor.role === 'every-party') return true
  if (actor.role === 'reporter') return part.isReporter
  return (actor.role === 'coordinator' || actor.role === 'head') && subject.roles.includes(actor.role)
}
