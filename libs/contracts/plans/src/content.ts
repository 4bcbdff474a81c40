import { idOf } from '@mreza/contracts-kernel'
import * as z from 'zod'

export const GoalId = idOf('GoalId')
export type GoalId = z.infer<typeof GoalId>
export const ActivityId = idOf('ActivityId')
export type ActivityId = z.infer<typeof ActivityId>
export const IndicatorId = idOf('IndicatorId')
export type IndicatorId = z.infer<typeof IndicatorId>
export const RiskId = idOf('RiskId')
export type RiskId = z.infer<typeof RiskId>
export const UnderstandingId = idOf('UnderstandingId')
export type UnderstandingId = z.infer<typeof UnderstandingId>

/** How grave a risk is judged to be now. */
export const RiskLevel = z.enum(['low', 'medium', 'high'])
export type RiskLevel = z.infer<typeof RiskLevel>

/**
 * How often the person is contacted while services are given, the most frequent first. The rulebook on social welfare centres
 * (2008) asks for a contact at least every two months, Atina's programme for a weekly meeting.
 */
export const ContactRhythm = z.enum(['weekly', 'every-two-weeks', 'monthly', 'every-two-months'])
export type ContactRhythm = z.infer<typeof ContactRhythm>
