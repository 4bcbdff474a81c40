import { CivilDate, Instant, InstitutionId, idOf, Language, PersonId, Prose } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { Participation } from './area.ts'
import { PlanGap } from './gap.ts'
import { PlanRoom } from './room.ts'

export const VersionId = idOf('VersionId')
export type VersionId = z.infer<typeof VersionId>

/**
 * `approved`: frozen for good, numbered from 1. `kept`: a draft that somebody kept under a name. `automatic`: a point to go back
 * to, made while people write; gone after a day, and at once when deleted words are purged (PL12).
 */
export const VersionKind = z.enum(['approved', 'kept', 'automatic'])
export type VersionKind = z.infer<typeof VersionKind>

/** That an institution has put its name to an approved version, with what it does not agree to, if anything. */
export const SignOff = z.strictObject({ institutionId: InstitutionId, personId: PersonId, at: Instant, reservation: Prose.nullable() })
export type SignOff = z.infer<typeof SignOff>

/** That the person was given the plan, and how. */
export const CopyHanded = z.strictObject({
  language: Language,
  largePrint: z.boolean(),
  on: CivilDate,
  by: PersonId,
  note: Prose.nullable(),
})
export type CopyHanded = z.infer<typeof CopyHanded>

/** A state of the plan that was kept. */
export const PlanVersion = z.strictObject({
  id: VersionId,
  kind: VersionKind,
  /** Of approved versions. */
  number: z.int().min(1).nullable(),
  title: z.string(),
  at: Instant,
  /** Null: kept by the system. */
  by: PersonId.nullable(),
  institutionId: InstitutionId.nullable(),
  /** Institutions that wrote in the rooms that are open to the reader since the version before. */
  writers: z.array(InstitutionId),
  /** SHA-256 over the hashes of all rooms, hex; of approved versions. */
  hash: z.string().nullable(),
  participation: Participation.nullable(),
  /** The institutions that are asked to sign off: those that carry an activity in it. */
  asked: z.array(InstitutionId),
  signOffs: z.array(SignOff),
  copies: z.array(CopyHanded),
  /** Of approved versions: look at it again until then by the programme's standard (two months) and by law (six months). */
  review: z.strictObject({ programmeBy: CivilDate, lawBy: CivilDate }).nullable(),
})
export type PlanVersion = z.infer<typeof PlanVersion>

/**
 * A room as it was, in the encoding of Yjs (base64), with the SHA-256 of what it says (hex), counted over the room's salt (hex) and its
 * canonical text: the salt is as closed as the room, so that a hash cannot be tried with guesses.
 */
export const VersionRoom = z.strictObject({ room: PlanRoom, state: z.base64(), hash: z.string(), salt: z.string() })
export type VersionRoom = z.infer<typeof VersionRoom>

/** What stands between a plan and its approval: all that is missing in open rooms; of closed rooms only that something binding is. */
export const ApprovalCheck = z.strictObject({
  gaps: z.array(z.strictObject({ room: PlanRoom, gap: PlanGap })),
  closedIncomplete: z.array(PlanRoom),
})
export type ApprovalCheck = z.infer<typeof ApprovalCheck>

/** For whom a version is printed: all of it that is open to the one who asks, what concerns one institution, or the person's own copy in plain language. */
export const PrintAudience = z.enum(['full', 'institution', 'person'])
export type PrintAudience = z.infer<typeof PrintAudience>
