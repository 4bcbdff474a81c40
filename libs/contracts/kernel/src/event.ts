import * as z from 'zod'
import { EventId } from './ids.ts'
import { Instant } from './time.ts'

/** What travels on the bus around every payload. */
export const EventEnvelope = z.strictObject({ id: EventId, at: Instant, subject: z.string(), data: z.unknown() })
export type EventEnvelope = z.infer<typeof EventEnvelope>

/** An event as the parts have agreed on it: past tense, versioned, ids only (rule D19). */
export interface EventContract<Subject extends string = string, Data extends z.ZodType = z.ZodType> {
  /** `mreza.<context>.<aggregate>.<event>.v<N>` */
  readonly subject: Subject
  readonly data: Data
}

/** Declares an event of a context. */
export const event = <Subject extends `mreza.${string}.${string}.${string}.v${number}`, Data extends z.ZodType>(
  subject: Subject,
  data: Data,
): EventContract<Subject, Data> => ({ subject, data })
