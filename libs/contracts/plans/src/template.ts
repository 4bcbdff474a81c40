import { LocalizedText, Sector, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { PlanArea, PlanPhase } from './area.ts'
import { ContactRhythm } from './content.ts'

/** What kind of plan a template is for; the contribution is what one institution brings to a conference. */
export const PlanTemplateKind = z.enum(['initial-plan', 'child-plan', 'adult-plan', 'safety-plan', 'conference-contribution'])
export type PlanTemplateKind = z.infer<typeof PlanTemplateKind>

/** A number of calendar days or months, counted from a day; a month ends on the last day where the day does not exist. */
export const CivilPeriod = z.strictObject({ amount: z.int().min(1).max(366), unit: z.enum(['day', 'month']) })
export type CivilPeriod = z.infer<typeof CivilPeriod>

/** An activity that a template proposes; `dueIn` counts from the day on which the template is used. */
export const TemplateActivity = z.strictObject({ what: LocalizedText, sector: Sector.nullable(), dueIn: CivilPeriod.nullable() })
export type TemplateActivity = z.infer<typeof TemplateActivity>

/** A goal that a template proposes. */
export const TemplateGoal = z.strictObject({
  phase: PlanPhase,
  outcome: LocalizedText,
  indicators: z.array(z.strictObject({ text: LocalizedText, check: LocalizedText })),
  activities: z.array(TemplateActivity),
})
export type TemplateGoal = z.infer<typeof TemplateGoal>

/** What a template brings to a need area: questions that stand as headings to be answered, and goals. */
export const TemplateArea = z.strictObject({
  area: PlanArea,
  prompts: z.array(LocalizedText),
  goals: z.array(TemplateGoal),
  /** Does the plan have to say something here, and which rule says so? Absent: it may stay empty. */
  required: z.strictObject({ binding: z.boolean(), rule: Slug.nullable() }).optional(),
})
export type TemplateArea = z.infer<typeof TemplateArea>

/** A plan to begin from: data of `protocols/plans/`, versioned, in three languages. */
export const PlanTemplate = z.strictObject({
  id: Slug,
  version: z.int().min(1),
  kind: PlanTemplateKind,
  title: LocalizedText,
  purpose: LocalizedText,
  appliesTo: z.enum(['all', 'children', 'adults']),
  /** In how long the plan is looked at again, counted from the day on which the template is used; six months at the most (PL8). */
  reviewIn: CivilPeriod.nullable(),
  contact: ContactRhythm.nullable(),
  areas: z.array(TemplateArea),
  /** Risks to be thought of, for the room of safety. */
  risks: z.array(z.strictObject({ what: LocalizedText, response: LocalizedText })),
  /** Points to be agreed with the person. */
  understandings: z.array(LocalizedText),
})
export type PlanTemplate = z.infer<typeof PlanTemplate>
