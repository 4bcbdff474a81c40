import { type InstitutionId, type PersonId, policyOf, type Role, type Section, type Subject } from '@mreza/contracts-kernel'
import type { PlanRoom, RoomRight } from './room.ts'

/** A room as the policy sees it: the sections of its case that are open to the subject now, and how far the plan's lead narrowed them. */
export interface RoomResource {
  readonly room: PlanRoom
  readonly openSections: readonly Section[]
  /** The most that the lead allows the subject's institution in this plan (PL16); absent: not narrowed. */
  readonly narrowedTo?: 'read' | 'comment'
}

/** A plan as the policy sees it: what of its case is open to the subject now, and who leads the case. */
export interface PlanResource {
  readonly openSections: readonly Section[]
  /** Null: the opening of the case was not heard of yet. */
  readonly leadInstitutionId: InstitutionId | null
  readonly caseManagerId: PersonId | null
}

/** What one may do with a plan, and with what. */
export interface PlanResources {
  'plan.read': RoomResource
  'plan.comment': RoomResource
  'plan.write': RoomResource
  /** Ask for a room that is closed to one (PL18). */
  'plan.request-room': { readonly openSections: readonly Section[] }
  /** Approve, keep in order, narrow rights, answer requests (PL16). */
  'plan.lead': PlanResource
  /** Put the institution's name to an approved version (PL20). */
  'plan.sign-off': { readonly openSections: readonly Section[] }
}

const caseWorkers: readonly Role[] = ['coordinator', 'practitioner', 'head', 'center-officer']
const coreOpen = (_subject: Subject, { openSections }: { readonly openSections: readonly Section[] }) => openSections.includes('core')
const isOpen = (subject: Subject, asked: RoomResource) => coreOpen(subject, asked) && asked.openSections.includes(asked.room)

export const { can: canInPlan, couldEver: couldEverInPlan } = policyOf<PlanResources>({
  'plan.read': { roles: [...caseWorkers, 'auditor'], when: isOpen },
  'plan.comment': { roles: caseWorkers, when: (subject, asked) => isOpen(subject, asked) && asked.narrowedTo !== 'read' },
  'plan.write': { roles: caseWorkers, when: (subject, asked) => isOpen(subject, asked) && asked.narrowedTo === undefined },
  'plan.request-room': { roles: caseWorkers, when: coreOpen },
  'plan.lead': {
    roles: caseWorkers,
    when: (subject, asked) =>
      coreOpen(subject, asked) && (subject.personId === asked.caseManagerId || subject.roles.includes('coordinator')),
  },
  'plan.sign-off': { roles: caseWorkers, when: coreOpen },
})

/** The most that a subject may do in a room now (PL2, PL16). */
export const rightIn = (subject: Subject, resource: RoomResource): RoomRight => {
  if (canInPlan(subject, 'plan.write', resource)) return 'write'
  if (canInPlan(subject, 'plan.comment', resource)) return 'comment'
  return canInPlan(subject, 'plan.read', resource) ? 'read' : 'none'
}
