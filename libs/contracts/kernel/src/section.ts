import * as z from 'zod'

/**
 * The parts of a case that are closed to each other: what everyone who takes part may see, whereabouts and safety, health,
 * legal proceedings, and what the person said in confidence. The rooms of a plan are these sections (rule D2).
 */
export const Section = z.enum(['core', 'safety', 'health', 'legal', 'voice'])
export type Section = z.infer<typeof Section>
