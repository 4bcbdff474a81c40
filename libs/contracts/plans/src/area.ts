import * as z from 'zod'

/** The need areas of an individual plan: the ids of `plan-areas` in the taxonomies, collected from the programme's texts. */
export const PlanArea = z.enum([
  'area-safety',
  'area-accommodation',
  'area-health',
  'area-mental-health',
  'area-documents',
  'area-legal',
  'area-guardianship',
  'area-family',
  'area-education',
  'area-employment',
  'area-material',
  'area-basic-needs',
  'area-social-skills',
  'area-social-network',
  'area-addiction',
  'area-children',
  'area-interpretation',
  'area-return',
])
export type PlanArea = z.infer<typeof PlanArea>

/** The phases of work in the order of the programme: crisis intervention, transition, social inclusion. */
export const PlanPhase = z.enum(['crisis', 'transition', 'inclusion'])
export type PlanPhase = z.infer<typeof PlanPhase>

/** How far an activity is. */
export const ActivityState = z.enum(['planned', 'under-way', 'done', 'abandoned'])
export type ActivityState = z.infer<typeof ActivityState>

/** How the person took part in making the plan (PL8); null in a plan means that nobody has recorded it yet. */
export const Participation = z.enum(['took-part', 'through-guardian', 'declined', 'not-asked'])
export type Participation = z.infer<typeof Participation>
