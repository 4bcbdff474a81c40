import { LocalizedText, Sector, Slug, SourcedName } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { AgreementRecordEntry } from './agreement-record-entry.ts'
import { SourceReference } from './institution.ts'
import { NameBasis } from './network-file.ts'
import { ServiceEntry } from './service-entry.ts'

const sources = z.array(SourceReference).min(1)

/** A body outside the seven networks: the national Center, ministries, councils, organisations, donors. */
export const NationalBody = z.strictObject({
  slug: Slug,
  name: SourcedName,
  nameBasis: NameBasis,
  shortName: LocalizedText,
  sector: Sector,
  /** What sort of body it is, in one word of the source's register. */
  kind: z.string().min(1),
  roles: z.array(z.string().min(1)),
  parentSlug: Slug.optional(),
  aliasesEn: z.array(z.string()).optional(),
  seat: z.string().optional(),
  formerly: z.string().optional(),
  founded: z.strictObject({ year: z.int(), month: z.int().min(1).max(12), note: z.string() }).optional(),
  capacity: z.strictObject({ beneficiaries: z.int(), note: z.string().optional() }).optional(),
  governance: z.strictObject({ boardMembers: z.int(), mandateYears: z.int(), fundedFrom: z.string() }).optional(),
  staff: z.strictObject({ expertWorkers: z.int(), associates: z.int().optional(), managers: z.int() }).optional(),
  eligibility: z.string().optional(),
  statusInText: z.string().optional(),
  sources,
})
export type NationalBody = z.infer<typeof NationalBody>

/** An example from the region that the sources give for comparison. */
export const RegionalExample = z.strictObject({ slug: Slug, name: z.string(), country: z.string(), relevance: z.string(), sources })
export type RegionalExample = z.infer<typeof RegionalExample>

/** What the sources say of all seven networks together. */
export const NetworkModel = z.strictObject({
  memberTypes: z.array(z.strictObject({ sector: Sector, en: z.string() })),
  purpose: z.array(z.string()),
  instrument: z.string(),
  scaleUp: z.strictObject({ plannedFurtherCities: z.int(), note: z.string() }),
  conferencesIn2013: z.strictObject({ value: z.int(), rawMark: z.string(), what: z.string() }),
  notMembersInSource: z.array(z.string()),
  notMembersNote: z.string(),
  monitoringStructure: z.strictObject({
    name: z.string(),
    organisations: z.int(),
    personsInCharge: z.int(),
    composition: z.string(),
    periodFrom: z.iso.date(),
    periodTo: z.iso.date(),
    namedPartnersInText: z.int(),
    note: z.string(),
    sources,
  }),
  sources,
})
export type NetworkModel = z.infer<typeof NetworkModel>

/** `protocols/networks/national.yaml`: what belongs to no one city. `documents` holds laws, instructions, strategies and bodies. */
export const NationalFile = z.strictObject({
  networkModel: NetworkModel,
  bodies: z.array(NationalBody).min(1),
  services: z.array(ServiceEntry),
  documents: z.array(AgreementRecordEntry).min(1),
  regionalExamples: z.array(RegionalExample),
})
export type NationalFile = z.infer<typeof NationalFile>
