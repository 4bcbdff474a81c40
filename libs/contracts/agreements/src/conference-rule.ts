import { Sector } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { Deadline, Duration } from './duration.ts'
import { StepActor } from './procedure.ts'

/** A sector that must be at the table, always or only when the beneficiary is a child. */
export const MandatorySector = z.strictObject({ sector: Sector, when: z.enum(['always', 'child']) })
export type MandatorySector = z.infer<typeof MandatorySector>

/** Who must meet about a case, by when, and when those who came may decide. */
export const ConferenceRule = z.strictObject({
  mandatorySectors: z.array(MandatorySector).min(1),
  optionalSectors: z.array(Sector),
  /** Told of every conference and free to take part; their absence does not count against the quorum. */
  notifiedSectors: z.array(Sector),
  /** Counted over mandatory sectors that the case has: at least so many must be present (all of them when they are fewer). */
  quorum: z.strictObject({ kind: z.literal('of-mandatory'), atLeast: z.int().min(1) }),
  /** The last moment for the first conference; `null` when nobody sets one. */
  latest: Deadline.nullable(),
  /** Shorter for the priorities named. */
  latestImmediate: Deadline.nullable(),
  chairedBy: StepActor,
  recordedBy: StepActor,
  /** How long before it the invitation goes out; `null` when no notice is prescribed. Not kept when the priority is immediate. */
  noticeBefore: Duration.nullable(),
})
export type ConferenceRule = z.infer<typeof ConferenceRule>
