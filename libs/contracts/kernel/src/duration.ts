import * as z from 'zod'

/**
 * Units of a deadline. Hours are elapsed time; days, months and years are civil time; a working day is one that is
 * neither a Saturday, a Sunday nor a public holiday. How each is counted is said in `libs/calendar/SPEC.md`.
 */
export const DurationUnit = z.enum(['hour', 'day', 'working-day', 'month', 'year'])
export type DurationUnit = z.infer<typeof DurationUnit>

/** A length of time: 24 hours, 5 working days, 6 months. Never zero: what is due at once has no deadline but a trigger. */
export const Duration = z.strictObject({ amount: z.int().min(1).max(1_000), unit: DurationUnit })
export type Duration = z.infer<typeof Duration>
