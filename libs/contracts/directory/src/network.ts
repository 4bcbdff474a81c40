import { LocalizedText, NetworkId, Slug, SourcedName } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { InstitutionSummary, Service, SourceReference } from './institution.ts'

/** A network in the switcher and in lists. */
export const NetworkSummary = z.strictObject({
  id: NetworkId,
  slug: Slug,
  /** The city's name. */
  city: LocalizedText,
  /** "u Nišu", "у Нишу"; English repeats the name. */
  locative: LocalizedText,
  institutionCount: z.int(),
  serviceCount: z.int(),
})
export type NetworkSummary = z.infer<typeof NetworkSummary>

/** An agreement or plan as the sources record it, with its true status; agreements made in Mreža live in the agreements service. */
export const AgreementRecord = z.strictObject({
  slug: Slug,
  type: z.string(),
  title: SourcedName,
  /** Institutions by id where the source names one of the register, else its words. */
  parties: z.array(z.union([z.strictObject({ institutionId: InstitutionSummary.shape.id }), z.strictObject({ text: z.string() })])),
  year: z.int().nullable(),
  date: z.string().nullable(),
  periodFrom: z.union([z.string(), z.int()]).nullable(),
  periodTo: z.union([z.string(), z.int()]).nullable(),
  status: z.string(),
  obligations: z.array(z.strictObject({ id: z.string(), text: z.string(), quantity: z.number().nullable(), unit: z.string().nullable() })),
  outcome: z.string().nullable(),
  addressesTrafficking: z.string().nullable(),
  note: z.string().nullable(),
  sources: z.array(SourceReference),
})
export type AgreementRecord = z.infer<typeof AgreementRecord>

/** A network as the source documents describe it. */
export const NetworkDetail = z.strictObject({
  ...NetworkSummary.shape,
  institutions: z.array(InstitutionSummary),
  services: z.array(Service),
  agreementRecords: z.array(AgreementRecord),
  gapsReported: z.array(z.string()),
  sources: z.array(SourceReference),
})
export type NetworkDetail = z.infer<typeof NetworkDetail>

/** Why a file, or a part of it, was left out of the register (DI2). Lines count from 1; `null` where the fault has no one place. */
export const ImportFault = z.strictObject({ path: z.string(), line: z.int().nullable(), reason: z.string() })
export type ImportFault = z.infer<typeof ImportFault>
