import { policyOf, type Role, type Section, type Subject } from '@mreza/contracts-kernel'
import type { PlanRoom, RoomRight } from './room.ts'

/** A room as the policy sees it: the sections of its case that are open to the subject now. */
export interface RoomResource {
  readonly room: PlanRoom
  readonly openSections: readonly Section[]
}

/** What one may do with a plan, and with what. */
export interface PlanResources {
  'plan.read': RoomResource
  'plan.comment': RoomResource
  'plan.write': RoomResource
}

const caseWorkers: readonly Role[] = ['coordinator', 'practitioner', 'head', 'center-officer']
const isOpen = (_subject: Subject, { room, openSections }: RoomResource) => openSections.includes(room) && openSections.includes('core')

export const { can: canInPlan, couldEver: couldEverInPlan } = policyOf<PlanResources>({
  'plan.read': { roles: [...caseWorkers, 'auditor'], when: isOpen },
  'plan.comment': { roles: caseWorkers, when: isOpen },
  'plan.write': { roles: caseWorkers, when: isOpen },
})

/** The most that a subject may do in a room now (PL2). */
export const rightIn = (subject: Subject, resource: RoomResource): RoomRight => {
  if (canInPlan(subject, 'plan.write', resource)) return 'write'
  if (canInPlan(subject, 'plan.comment', resource)) return 'comment'
  return canInPlan(subject, 'plan.read', resource) ? 'read' : 'none'
}
