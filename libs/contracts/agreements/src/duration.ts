import { Duration, LocalizedText, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'

export { Duration, DurationUnit } from '@mreza/contracts-kernel'

/** What must happen again and again: at least `times` in every period of this length. */
export const Frequency = z.strictObject({ times: z.int().min(1).max(366), every: Duration })
export type Frequency = z.infer<typeof Frequency>

/** The document name by which a template points to its own articles. */
export const thisAgreement = 'this-agreement'

/**
 * Where a rule comes from: a document of `protocols/networks/national.yaml` (or `this-agreement`) and the place in it.
 * A place is `null` when what we know of the document does not give one; it is never guessed.
 */
export const Provision = z.strictObject({ document: z.union([z.literal(thisAgreement), Slug]), provision: LocalizedText.nullable() })
export type Provision = z.infer<typeof Provision>

/** Moments from which a deadline may be counted and at which a step may begin, besides the end of another step. */
export const TriggerMoment = z.enum([
  'referral-received',
  'referral-declined',
  'case-opened',
  'priority-set',
  'status:potential',
  'status:presumed',
  'status:identified',
  'status:not-confirmed',
  'conference-called',
  'conference-held',
  'plan-made',
  'plan-approved',
  'placement-outside-home',
  'case-closed',
  'agreement-in-force',
  'obligation-broken',
])
export type TriggerMoment = z.infer<typeof TriggerMoment>

/** A moment of the case or the agreement, or the end of a step (`step:<id>`). */
export const Trigger = z.union([TriggerMoment, z.templateLiteral(['step:', Slug])])
export type Trigger = z.infer<typeof Trigger>

/** A clock: how long, from when, and who says so. Steps for which nobody says so have `null` in its place ("no deadline is prescribed"). */
export const Deadline = z.strictObject({ duration: Duration, countsFrom: Trigger, source: Provision })
export type Deadline = z.infer<typeof Deadline>
