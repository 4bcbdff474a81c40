import type { Instant, InstitutionId } from '@mreza/contracts-kernel'
import type { ApprovalCheck, PlanGap, PlanRoom } from '@mreza/contracts-plans'
import type { PlanContent } from '@mreza/plan-document'

/** What is missing in one room. */
export interface GapsOfRoom {
  readonly room: PlanRoom
  readonly gaps: readonly PlanGap[]
}

const binds = ({ gaps }: GapsOfRoom): boolean => gaps.some(({ binding }) => binding)

/** May the plan be approved: is nothing binding missing in any room (PL19)? */
export const isComplete = (rooms: readonly GapsOfRoom[]): boolean => !rooms.some(binds)

/** What of it may be told: all of open rooms, of closed ones only that something binding is missing (PL2, PL8). */
export const tellApproval = (rooms: readonly GapsOfRoom[], open: readonly PlanRoom[]): ApprovalCheck => ({
  gaps: rooms.filter(({ room }) => open.includes(room)).flatMap(({ room, gaps }) => gaps.map((gap) => ({ room, gap }))),
  closedIncomplete: rooms.filter((each) => !open.includes(each.room) && binds(each)).map(({ room }) => room),
})

const hour = 60 * 60_000

/**
 * Is this the same approval once more: of a text that was approved within the hour and has not changed by a letter? A press that came
 * twice, or two who lead at once, give one version; a plan that stays as it is after a later look becomes a new one (PL19, PL21). Pure.
 */
export const isSameApproval = (last: { readonly hash: Buffer | null; readonly at: Instant }, hash: Buffer, now: Date): boolean =>
  last.hash?.equals(hash) === true && now.getTime() - Date.parse(last.at) < hour

/** The institutions that carry an open activity in a room: those that are asked to sign off (PL20). */
export const institutionsAsked = ({ goals }: PlanContent): InstitutionId[] => {
  const activities = goals.filter(({ withdrawn }) => !withdrawn).flatMap((goal) => goal.activities)
  const carried = activities.filter(({ withdrawn, state }) => !withdrawn && (state === 'planned' || state === 'under-way'))
  return [...new Set(carried.flatMap(({ responsibleInstitutionId: id }) => (id === null ? [] : [id])))].sort()
}
