import { LocalizedText, Sector, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { Deadline, Frequency, Trigger } from './duration.ts'

/** How pressing a referral is, as article 50 of the rulebook on social welfare centers divides it. */
export const Priority = z.enum(['immediate', 'urgent', 'regular'])
export type Priority = z.infer<typeof Priority>

/** Who must do a step: institutions of a sector, or the person who holds a part in the case or in the network. */
export const StepActor = z.union([
  z.strictObject({ sector: Sector }),
  z.strictObject({ role: z.enum(['reporter', 'case-manager', 'coordinator', 'head', 'every-party']) }),
])
export type StepActor = z.infer<typeof StepActor>

/** The cases a step is for; an empty object means all of them. */
export const StepScope = z.strictObject({
  priorities: z.array(Priority).min(1).optional(),
  /** `true`: only when the beneficiary is a child; `false`: only when not. */
  child: z.boolean().optional(),
})
export type StepScope = z.infer<typeof StepScope>

/** What Mreža itself sees happen: where a step names one, its happening is the proof that the step is done. */
export const Fulfilment = z.enum(['referral-acknowledged', 'case-manager-named', 'conference-held', 'plan-approved'])
export type Fulfilment = z.infer<typeof Fulfilment>

/** A duty that a case carries: who, what, from when, until when, how it is shown to be done, and what follows if it is not. */
export const Step = z.strictObject({
  id: Slug,
  title: LocalizedText,
  actor: StepActor,
  duty: LocalizedText,
  trigger: Trigger,
  appliesTo: StepScope,
  /** `null` when neither law, instruction nor this agreement sets one; the interface then says so instead of inventing a clock. */
  deadline: Deadline.nullable(),
  /** For what must recur while the case is open; `null` for what is done once. */
  repeats: Frequency.nullable(),
  evidence: LocalizedText,
  /** Absent where a person must say that it is done. */
  fulfilledBy: Fulfilment.optional(),
  onMiss: LocalizedText.nullable(),
  /** The rule of `protocols/rules.yaml` that the step carries out; `null` when only the agreement asks for it. */
  ruleId: Slug.nullable(),
  articleNumber: z.int().min(1),
})
export type Step = z.infer<typeof Step>

/** A part of the way that a case goes, with its steps in order. */
export const Stage = z.strictObject({ id: Slug, title: LocalizedText, steps: z.array(Step).min(1) })
export type Stage = z.infer<typeof Stage>

/** What cases a procedure is about. */
export const CaseMatter = z.enum(['trafficking', 'child-protection', 'domestic-violence'])
export type CaseMatter = z.infer<typeof CaseMatter>

/**
 * The executable part of an agreement: it drives every case of its matter that is opened under it; absent means trafficking.
 * Step ids are unique in the whole procedure.
 */
export const Procedure = z.strictObject({ matter: CaseMatter.optional(), stages: z.array(Stage).min(1) })
export type Procedure = z.infer<typeof Procedure>
