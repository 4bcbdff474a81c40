import { Slug, SourcedName } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { SourceReference } from './institution.ts'

/** The five groups of services of article 40 of the Law on Social Protection, and what is none of them. */
export const LegalServiceGroup = z.enum([
  'assessment-and-planning',
  'daily-community-services',
  'independent-living-support',
  'counselling-therapy-social-education',
  'accommodation',
  'outside-the-five-groups',
])
export type LegalServiceGroup = z.infer<typeof LegalServiceGroup>

/** What the sources say about admitting victims of trafficking. Only the first three mean that a place may be asked for. */
export const AcceptsVictims = z.enum([
  'yes',
  'yes-children',
  'yes-adults',
  'formerly',
  'conditional',
  'implied',
  'promised-not-delivered',
  'uncertain',
  'planned',
  'recommended',
  'other-grounds',
  'not-stated',
])
export type AcceptsVictims = z.infer<typeof AcceptsVictims>

/** Whether the service worked at the time of the source (2012–2013 unless it says otherwise); it says nothing of today. */
export const ServiceStatusInText = z.enum([
  'operational',
  'operational-2024',
  'established-by-decision',
  'operational-without-victims',
  'suspended-for-victims',
  'replaced',
  'planned',
  'uncertain',
  'ended-with-project',
  'not-opened-2013',
])
export type ServiceStatusInText = z.infer<typeof ServiceStatusInText>

/** How long one may stay, as far as the source says. */
export const MaxStay = z.strictObject({
  days: z.int().optional(),
  minDays: z.int().optional(),
  months: z.int().optional(),
  extendableToMonths: z.int().optional(),
  condition: z.string().optional(),
})
export type MaxStay = z.infer<typeof MaxStay>

/** A service as the source documents describe it; `null` means that they do not say, never "none". */
export const ServiceEntry = z.strictObject({
  slug: Slug,
  name: SourcedName,
  /** An institution of the same file or a national body; `null` where the sources do not name the provider. */
  provider: Slug.nullable(),
  legalGroup: LegalServiceGroup,
  acceptsTraffickingVictims: AcceptsVictims,
  statusInText: ServiceStatusInText,
  capacity: z.int().nullable(),
  /** The capacity in the source's meaning: "about 30 children", "six beds promised". */
  capacityRaw: z.string().nullable(),
  eligibility: z.string().nullable(),
  maxStay: MaxStay.nullable(),
  /** Figures of use by name, such as `users` in a `year`. */
  usage: z.record(z.string(), z.union([z.number(), z.string()])).nullable(),
  scope: z.string().nullable(),
  notes: z.string().nullable(),
  sources: z.array(SourceReference).min(1),
})
export type ServiceEntry = z.infer<typeof ServiceEntry>
