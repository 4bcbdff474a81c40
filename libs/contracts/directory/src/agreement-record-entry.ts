import { Slug, SourcedName } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { SourceReference } from './institution.ts'

/** What a record of the sources is. */
export const RecordType = z.enum([
  'agreement',
  'bylaw',
  'conclusions',
  'coordinating-body',
  'decision',
  'fund',
  'instruction',
  'international-instrument',
  'law',
  'local-action-plan',
  'memorandum',
  'national-action-plan',
  'programme',
  'project',
  'protocol',
  'register',
  'strategy',
])
export type RecordType = z.infer<typeof RecordType>

/** How a document stood at the time of the source; nothing is said of later years. */
export const RecordStatus = z.enum([
  'draft',
  'in-preparation',
  'proposed',
  'planned',
  'recommended',
  'adopted',
  'in-force',
  'revised',
  'expired',
  'never-implemented',
  'not-adopted',
  'not-honoured',
  'replaced',
  'completed',
  'active',
  'ratified',
  'unknown',
])
export type RecordStatus = z.infer<typeof RecordStatus>

/** Whether a document speaks of trafficking at all. */
export const AddressesTrafficking = z.enum([
  'explicit',
  'explicit-in-one-project',
  'explicit-in-two-services',
  'explicit-as-topic',
  'by-analogy',
  'implied',
  'indirect',
  'wrongly-explained',
  'no',
])
export type AddressesTrafficking = z.infer<typeof AddressesTrafficking>

/** A party: an institution of the register where the source names one, else the source's words. */
export const RecordParty = z.union([z.strictObject({ institution: Slug }), z.strictObject({ text: z.string().min(1) })])
export type RecordParty = z.infer<typeof RecordParty>

/** What the document promises, with its figures where it has any. */
export const RecordObligation = z.strictObject({
  slug: Slug,
  text: z.string().min(1),
  quantity: z.union([z.int(), z.record(z.string(), z.int())]).optional(),
  unit: z.string().optional(),
  deadline: z.union([z.strictObject({ number: z.int(), unit: z.string() }), z.strictObject({ by: z.string() })]).optional(),
  frequency: z.strictObject({ number: z.int(), per: z.string() }).optional(),
  periodFrom: z.int().optional(),
  periodTo: z.int().optional(),
  responsible: z.array(RecordParty).optional(),
})
export type RecordObligation = z.infer<typeof RecordObligation>

/** An agreement, plan, law, body or project that the sources record, with its true status. */
export const AgreementRecordEntry = z.strictObject({
  slug: Slug,
  level: z.enum(['city', 'national', 'international']),
  type: RecordType,
  title: SourcedName,
  parties: z.array(RecordParty),
  year: z.int().nullable(),
  /** A day or a month (`2007-04`), as exact as the source is. */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/)
    .nullable(),
  periodFrom: z.int().nullable(),
  periodTo: z.int().nullable(),
  status: RecordStatus,
  obligations: z.array(RecordObligation),
  outcome: z.string().nullable(),
  addressesTrafficking: AddressesTrafficking.nullable(),
  legalReference: z.string().nullable(),
  relatedSlugs: z.array(Slug),
  note: z.string().nullable(),
  sources: z.array(SourceReference).min(1),
})
export type AgreementRecordEntry = z.infer<typeof AgreementRecordEntry>
