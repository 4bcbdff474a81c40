import { CaseId, CivilDate, Instant, mutation, needs, PlanId, query } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { AssignedActivity, OpenedPlan, RoomProjection } from './projection.ts'
import { PlanRoom } from './room.ts'

/** A number that Yjs names a writer by: the server issues it, one per connection and person (PL5). */
export const ClientId = z.number().int().min(1).max(0xffff_ffff)
export type ClientId = z.infer<typeof ClientId>

/** What is needed to join a room once, within 30 seconds (PL4). */
export const LiveTicket = z.strictObject({
  ticket: z.string(),
  /** To be set as `doc.clientID` before connecting. */
  clientId: ClientId,
  /** The path of the socket, without query: `/live/<planId>/<room>`. */
  path: z.string(),
  expiresAt: Instant,
  /** A document that was filled under another epoch must be thrown away before connecting. */
  epoch: z.number().int().nonnegative(),
})
export type LiveTicket = z.infer<typeof LiveTicket>

const read = needs('plan.read')

/** What the plans service answers. */
export const plansOperations = {
  /** The plan of a case, made at the first opening; `not-found` when the core section is closed to the one who asks (PL1). */
  openPlan: mutation(read, z.strictObject({ caseId: CaseId }), OpenedPlan),
  /**
   * A one-use ticket for a room. With `previousClientId` a returning writer keeps their number, so that what was typed
   * while the line was broken still joins (PL5). `schemaVersion` is the version of the document that the client speaks (PL10).
   */
  issueTicket: mutation(
    read,
    z.strictObject({ planId: PlanId, room: PlanRoom, schemaVersion: z.number().int().min(1), previousClientId: ClientId.optional() }),
    LiveTicket,
  ),
  /** The rows of every room that is open to the one who asks (PL9). */
  readPlan: query(
    read,
    z.strictObject({ planId: PlanId }),
    z.strictObject({ planId: PlanId, caseId: CaseId, rooms: z.array(RoomProjection) }),
  ),
  /** Activities given to the institution of the one who asks that are not done, the nearest date first; at most 200 (PL9). */
  listActivities: query(
    read,
    z.strictObject({ mine: z.literal(true), dueUntil: CivilDate.optional() }),
    z.array(AssignedActivity).max(200),
  ),
}
