import {
  CaseId,
  CivilDate,
  Instant,
  InstitutionId,
  Language,
  Line,
  mutation,
  needs,
  PersonId,
  PlanId,
  Prose,
  query,
  Reason,
  subscription,
} from '@mreza/contracts-kernel'
import * as z from 'zod'
import { CommentAnchor, CommentId, CommentThread, ThreadId } from './comment.ts'
import { AssignedActivity, OpenedPlan, RoomProjection } from './projection.ts'
import { PlanRoom, RoomRight } from './room.ts'
import { RoomRequest, RoomRequestId } from './room-request.ts'
import { PlanTemplate } from './template.ts'
import { ApprovalCheck, PlanVersion, PrintAudience, VersionId, VersionRoom } from './version.ts'

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

/** The version of the document that a client speaks (PL10). */
const SchemaVersion = z.number().int().min(1)

/** A plan that somebody comes into: what of it is open, and a first ticket for each of its rooms that is. */
export const EnteredPlan = z.strictObject({
  plan: OpenedPlan,
  tickets: z.array(z.strictObject({ room: PlanRoom, ticket: LiveTicket })),
})
export type EnteredPlan = z.infer<typeof EnteredPlan>

/** Whose letters a number of Yjs stands for. */
export const Writer = z.strictObject({ clientId: ClientId, personId: PersonId, institutionId: InstitutionId })
export type Writer = z.infer<typeof Writer>

/** What else of a plan changed, beside its text, so that a page asks again. */
export const PlanNews = z.enum(['comments', 'versions', 'requests', 'rights'])
export type PlanNews = z.infer<typeof PlanNews>

/** How far the lead narrows an institution in one plan; `write` takes the narrowing back (PL16). */
export const NarrowedRight = z.strictObject({ institutionId: InstitutionId, right: RoomRight.extract(['read', 'comment', 'write']) })
export type NarrowedRight = z.infer<typeof NarrowedRight>

const read = needs('plan.read')
const comment = needs('plan.comment')
const lead = needs('plan.lead')
const ofPlan = z.strictObject({ planId: PlanId })
const ofVersion = z.strictObject({ versionId: VersionId })
const mentions = z.array(PersonId).max(20).default([])

/** What the plans service answers. */
export const plansOperations = {
  /** The plan of a case, made at the first opening; `not-found` when the core section is closed to the one who asks (PL1). */
  openPlan: mutation(read, z.strictObject({ caseId: CaseId }), OpenedPlan),
  /** Opens the plan as `openPlan` does and issues a ticket for every room that is open, as `issueTicket` does, in one act (PL4). */
  enterPlan: mutation(read, z.strictObject({ caseId: CaseId, schemaVersion: SchemaVersion }), EnteredPlan),
  /**
   * A one-use ticket for a room. With `previousClientId` a returning writer keeps their number, so that what was typed
   * while the line was broken still joins (PL5). `schemaVersion` is the version of the document that the client speaks (PL10).
   */
  issueTicket: mutation(
    read,
    z.strictObject({ planId: PlanId, room: PlanRoom, schemaVersion: SchemaVersion, previousClientId: ClientId.optional() }),
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

  /** The templates of plans, in the order of their kinds. */
  listPlanTemplates: query(read, z.strictObject({}), z.array(PlanTemplate)),
  /** Who stands behind the numbers in a room's document: for *who wrote what*, on demand (PL17). */
  readWriters: query(read, z.strictObject({ planId: PlanId, room: PlanRoom }), z.array(Writer)),
  /** Says at once, and then each time, what beside the text changed in a plan and is open to the caller. */
  watchPlan: subscription(read, ofPlan, z.strictObject({ news: PlanNews })),

  /** Conversations in the rooms that are open to the caller, the oldest first; resolved ones included; at most 500 (PL17). */
  listThreads: query(read, ofPlan, z.array(CommentThread)),
  startThread: mutation(
    comment,
    z.strictObject({ planId: PlanId, room: PlanRoom, anchor: CommentAnchor, text: Prose, mentions }),
    CommentThread,
  ),
  replyInThread: mutation(comment, z.strictObject({ threadId: ThreadId, text: Prose, mentions }), CommentThread),
  /** One's own words only. */
  changeComment: mutation(comment, z.strictObject({ commentId: CommentId, text: Prose }), CommentThread),
  /** Closes a conversation, or opens it again. */
  resolveThread: mutation(comment, z.strictObject({ threadId: ThreadId, resolved: z.boolean() }), CommentThread),

  /** Asks those who lead the case for a room that is closed to the caller (PL18). */
  requestRoom: mutation(needs('plan.request-room'), z.strictObject({ planId: PlanId, room: PlanRoom, reason: Reason }), RoomRequest),
  /** The caller's own requests; for who leads, everybody's. */
  listRoomRequests: query(needs('plan.request-room'), ofPlan, z.array(RoomRequest)),
  /** Says no, with a reason. Yes is said by granting a participation with that section (PL18). */
  declineRoomRequest: mutation(lead, z.strictObject({ requestId: RoomRequestId, reason: Reason }), RoomRequest),
  /** Takes one's own request back while nobody has answered it (PL18). */
  withdrawRoomRequest: mutation(needs('plan.request-room'), z.strictObject({ requestId: RoomRequestId }), RoomRequest),
  /** How the lead narrowed institutions in this plan (PL16). */
  listNarrowedRights: query(read, ofPlan, z.array(NarrowedRight)),
  /** Lets an institution only comment, or only read, in this plan, or write again; open sockets follow within a second (PL11). */
  narrowRight: mutation(lead, NarrowedRight.extend({ planId: PlanId }), z.array(NarrowedRight)),
  /** Writes down that the caller moved text from one room into another; the words themselves go over the live line (PL22). */
  recordMove: mutation(
    needs('plan.write'),
    z.strictObject({ planId: PlanId, from: PlanRoom, to: PlanRoom, characters: z.int().min(1) }),
    z.strictObject({ at: Instant }),
  ),
  /** Takes deleted words out of log, snapshot and automatic points now, without waiting for the day (PL12). */
  purgeDeleted: mutation(lead, ofPlan, z.strictObject({ at: Instant })),

  /** What was kept of a plan, the newest first; at most 200 (PL19). */
  listVersions: query(read, ofPlan, z.array(PlanVersion)),
  /** Keeps the plan as it is now as a draft under a name. */
  keepVersion: mutation(needs('plan.write'), z.strictObject({ planId: PlanId, title: Line }), PlanVersion),
  /** The rooms of a version that are open to the caller. */
  readVersion: query(read, ofVersion, z.strictObject({ version: PlanVersion, rooms: z.array(VersionRoom) })),
  /** What still stands between the plan and its approval (PL8). */
  checkApproval: query(lead, ofPlan, ApprovalCheck),
  /** Freezes all rooms as the next approved version; refused with `plan-not-complete` while something binding is missing (PL19). */
  approvePlan: mutation(lead, ofPlan, PlanVersion),
  /** Puts the name of the caller's institution to an approved version; a reservation stands beside it for good (PL20). */
  signOffVersion: mutation(needs('plan.sign-off'), z.strictObject({ versionId: VersionId, reservation: Prose.nullable() }), PlanVersion),
  /** Records that the person was given their copy. */
  recordCopyHanded: mutation(
    needs('plan.write'),
    z.strictObject({ versionId: VersionId, language: Language, largePrint: z.boolean(), on: CivilDate, note: Prose.nullable() }),
    PlanVersion,
  ),
  /**
   * An approved version as a tagged PDF (base64): what is open to the caller, for one institution what concerns it, or the
   * person's own copy in plain language, on request in large print.
   */
  printVersion: query(
    read,
    z.strictObject({
      versionId: VersionId,
      audience: PrintAudience,
      /** With `institution`; the caller's own when absent. */
      institutionId: InstitutionId.optional(),
      language: Language,
      largePrint: z.boolean().default(false),
    }),
    z.strictObject({ pdf: z.base64(), fileName: z.string() }),
  ),
}
