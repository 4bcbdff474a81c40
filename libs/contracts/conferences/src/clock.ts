import { Provision } from '@mreza/contracts-agreements'
import { CaseId, Instant, LocalizedText, ReferralId } from '@mreza/contracts-kernel'
import * as z from 'zod'

/** How a clock looks at a moment (CF5). */
export const ClockState = z.enum(['broken', 'soon', 'ontime', 'paused', 'done'])
export type ClockState = z.infer<typeof ClockState>

/** A deadline that runs, with where it comes from. Its state is computed when it is read (CF5). */
export const Clock = z.strictObject({
  id: z.uuidv7(),
  referralId: ReferralId.nullable(),
  caseId: CaseId.nullable(),
  /** The step of the procedure it belongs to; `null` for the priority's own clock. */
  stepId: z.string().nullable(),
  label: LocalizedText,
  startedAt: Instant,
  dueAt: Instant,
  pausedAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  state: ClockState,
  /** It was not done in time, even if it is done by now. */
  wasBroken: z.boolean(),
  source: Provision,
})
export type Clock = z.infer<typeof Clock>
