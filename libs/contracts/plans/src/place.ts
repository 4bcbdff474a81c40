import * as z from 'zod'
import { PlanArea } from './area.ts'
import { ActivityId, GoalId, IndicatorId, RiskId, UnderstandingId } from './content.ts'

/** Where free prose stands: under each need area, the safety plan, how the person took part, and what they said in confidence. */
export const ProsePlace = z.union([PlanArea, z.enum(['voice', 'safety-plan', 'participation'])])
export type ProsePlace = z.infer<typeof ProsePlace>

/** A text of a plan that is written together: which one, without saying how the document keeps it. */
export const TextPlace = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('wishes') }),
  z.strictObject({ in: z.literal('prose'), place: ProsePlace }),
  z.strictObject({ in: z.literal('goal'), id: GoalId, field: z.enum(['outcome', 'own', 'note']) }),
  z.strictObject({ in: z.literal('indicator'), id: IndicatorId, field: z.literal('text') }),
  z.strictObject({ in: z.literal('activity'), id: ActivityId, field: z.literal('what') }),
  z.strictObject({ in: z.literal('risk'), id: RiskId, field: z.enum(['what', 'response']) }),
  z.strictObject({ in: z.literal('understanding'), id: UnderstandingId, field: z.literal('text') }),
])
export type TextPlace = z.infer<typeof TextPlace>
