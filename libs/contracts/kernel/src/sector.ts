import * as z from 'zod'

/** The sectors of `taxonomies.json`: what kind of work an institution does. Assigned once, the same in every network. */
export const Sector = z.enum([
  'police',
  'prosecution',
  'court',
  'social-welfare',
  'social-protection-services',
  'shelter',
  'health',
  'education',
  'employment',
  'red-cross',
  'civil-society',
  'local-government',
  'youth-office',
  'national-body',
  'media',
  'other',
])
export type Sector = z.infer<typeof Sector>
