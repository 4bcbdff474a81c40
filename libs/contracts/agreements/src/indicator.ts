import { LocalizedText, Sector, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { Duration } from './duration.ts'
import { ObservedDuty } from './observed-duty.ts'

/** A figure that Mreža has without anybody reporting it: what it observes, and how the register of obligations stands. */
export const ComputedFigure = z.enum([...ObservedDuty.options, 'obligations-kept'])
export type ComputedFigure = z.infer<typeof ComputedFigure>

/** Where the figure comes from: Mreža itself, or the institutions of a sector that report it in the way said. */
export const IndicatorSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('computed'), figure: ComputedFigure }),
  z.strictObject({ kind: z.literal('reported'), by: Sector, how: LocalizedText }),
])
export type IndicatorSource = z.infer<typeof IndicatorSource>

/** By what the parties see whether the agreement works: what is counted, by whom, how often, and what they aim at. */
export const Indicator = z.strictObject({
  id: Slug,
  what: LocalizedText,
  source: IndicatorSource,
  /** `null` where the figure is watched without an aim: nobody aims at a number of reports. */
  target: z
    .strictObject({ kind: z.enum(['at-least', 'at-most']), amount: z.int().min(0).max(1_000_000), unit: z.enum(['percent', 'count']) })
    .nullable(),
  every: Duration,
  /** Of the annex named beside it, or of the agreement itself. */
  articleNumber: z.int().min(1),
  annexNumber: z.int().min(1).optional(),
})
export type Indicator = z.infer<typeof Indicator>
