import { LocalizedText, Sector, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { ConferenceRule } from './conference-rule.ts'
import { Duration, Frequency, Provision } from './duration.ts'
import { Indicator } from './indicator.ts'
import { InformationRule } from './information-rule.ts'
import { ObservedDuty } from './observed-duty.ts'
import { Procedure } from './procedure.ts'

/** What an agreement between institutions may be; the general word in code for all four is *agreement*. */
export const AgreementKind = z.enum(['protocol', 'memorandum-of-understanding', 'memorandum-of-cooperation', 'declaration'])
export type AgreementKind = z.infer<typeof AgreementKind>

/** The version of a template, `1.0.0`: the first number changes when duties do. */
export const TemplateVersion = z.string().regex(/^\d+\.\d+\.\d+$/)
export type TemplateVersion = z.infer<typeof TemplateVersion>

/** A place for institutions of one sector at the table, with what they take upon themselves. */
export const PartyPlace = z.strictObject({
  sector: Sector,
  required: z.boolean(),
  /** How many institutions of the sector take part at the least; 0 where the place may stay empty. */
  atLeast: z.int().min(0).max(50),
  duties: z.array(LocalizedText).min(1),
})
export type PartyPlace = z.infer<typeof PartyPlace>

/** The parts of a template that an article may put into words. Where both speak, they must say the same. */
export const StructuredPart = z.enum([
  'parties',
  'procedure',
  'conference-rule',
  'information-rules',
  'obligations',
  'indicators',
  'annexes',
  'entry-into-force',
  'review',
  'amendment',
  'accession',
  'withdrawal',
  'disputes',
])
export type StructuredPart = z.infer<typeof StructuredPart>

/** An article as people read and sign it. Numbers run from 1 without a gap; paragraphs are numbered by their order. */
export const Article = z.strictObject({
  number: z.int().min(1).max(200),
  title: LocalizedText,
  paragraphs: z.array(LocalizedText).min(1),
  /** The structured parts that this article puts into words; absent where it has only words. */
  binds: z.array(StructuredPart).min(1).optional(),
})
export type Article = z.infer<typeof Article>

/** A text that belongs to the agreement and is signed with it, with a numbering of its own; its articles may bind structured parts as well. */
export const Annex = z.strictObject({ number: z.int().min(1).max(20), title: LocalizedText, articles: z.array(Article).min(1) })
export type Annex = z.infer<typeof Annex>

/** When an obligation falls due: once, counted from the day of entry into force, or again and again. */
export const ObligationDue = z.union([z.strictObject({ once: Duration }), z.strictObject({ recurring: Frequency })])
export type ObligationDue = z.infer<typeof ObligationDue>

/** A promise of the institutions of one sector that can be seen to be kept or broken: what, how it is measured, by when, and what proves it. */
export const ObligationTemplate = z.strictObject({
  id: Slug,
  party: Sector,
  what: LocalizedText,
  measure: LocalizedText,
  due: ObligationDue,
  evidence: LocalizedText,
  /** The number that is promised, such as six beds; absent where none is. */
  promised: z.strictObject({ amount: z.int().min(1).max(100_000), unit: LocalizedText }).optional(),
  /** Absent where people report it. */
  observes: ObservedDuty.optional(),
  /** Of the annex named beside it, or of the agreement itself. */
  articleNumber: z.int().min(1),
  annexNumber: z.int().min(1).optional(),
})
export type ObligationTemplate = z.infer<typeof ObligationTemplate>

/**
 * When the agreement begins to bind. `all-required-sectors-signed`: every party of the required sectors has signed.
 * `at-least`: at least so many parties have signed and among them one of every required sector. No date can bring it forward.
 */
export const EntryIntoForce = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all-required-sectors-signed'), requiredSectors: z.array(Sector).min(1) }),
  z.strictObject({ kind: z.literal('at-least'), signatures: z.int().min(2), requiredSectors: z.array(Sector).min(1) }),
])
export type EntryIntoForce = z.infer<typeof EntryIntoForce>

/** A model agreement of the library `protocols/`: the text in three languages and the same agreement as data. */
export const Template = z.strictObject({
  id: Slug,
  version: TemplateVersion,
  kind: AgreementKind,
  title: LocalizedText,
  purpose: LocalizedText,
  sources: z.array(Provision).min(1),
  parties: z.array(PartyPlace).min(2),
  articles: z.array(Article).min(1),
  /** Absent where there are none. */
  annexes: z.array(Annex).min(1).optional(),
  /** `null` for an agreement under which no cases are opened, such as a declaration. */
  procedure: Procedure.nullable(),
  /** `null` where the agreement says nothing of conferences; where there are cases it always does. */
  conferenceRule: ConferenceRule.nullable(),
  informationRules: z.array(InformationRule),
  obligations: z.array(ObligationTemplate),
  /** By what the parties see whether the agreement works; absent where there are none. */
  indicators: z.array(Indicator).min(1).optional(),
  entryIntoForce: EntryIntoForce,
  /** `null` when made for an indefinite time. */
  duration: Duration.nullable(),
  review: Frequency,
  amendment: LocalizedText,
  accession: LocalizedText,
  withdrawal: z.strictObject({ notice: Duration, text: LocalizedText }),
  /** Rungs of the ladder by which a disagreement is settled, the first one first. */
  disputes: z.array(LocalizedText).min(1),
})
export type Template = z.infer<typeof Template>
