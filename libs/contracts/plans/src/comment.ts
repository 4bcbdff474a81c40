import { Instant, InstitutionId, idOf, PersonId, Prose } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { TextPlace } from './place.ts'
import { PlanRoom } from './room.ts'

export const ThreadId = idOf('ThreadId')
export type ThreadId = z.infer<typeof ThreadId>
export const CommentId = idOf('CommentId')
export type CommentId = z.infer<typeof CommentId>

/**
 * What a thread hangs on: a text, and in it a passage between two relative positions of Yjs (base64), which move with the
 * words; both null when the thread is about the text as a whole. `quote` is the passage as it was when the thread began; it is
 * forgotten after a day, since the passage may have been deleted (PL12): a page reads the words from the document.
 */
export const CommentAnchor = z.strictObject({
  place: TextPlace,
  from: z.base64().max(400).nullable(),
  to: z.base64().max(400).nullable(),
  quote: z.string().max(500),
})
export type CommentAnchor = z.infer<typeof CommentAnchor>

/** One remark; `by` is written by the server from the session. */
export const Comment = z.strictObject({
  id: CommentId,
  text: Prose,
  by: PersonId,
  institutionId: InstitutionId,
  at: Instant,
  changedAt: Instant.nullable(),
  mentions: z.array(PersonId).max(20),
})
export type Comment = z.infer<typeof Comment>

/** A conversation beside the text. */
export const CommentThread = z.strictObject({
  id: ThreadId,
  room: PlanRoom,
  anchor: CommentAnchor,
  comments: z.array(Comment).min(1),
  resolved: z.strictObject({ by: PersonId, at: Instant }).nullable(),
})
export type CommentThread = z.infer<typeof CommentThread>
