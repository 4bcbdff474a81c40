import { LocalizedText, Sector, Slug, SourcedName } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { AgreementRecordEntry } from './agreement-record-entry.ts'
import { SourceReference } from './institution.ts'
import { ServiceEntry } from './service-entry.ts'

/** How sure it is that an institution belongs to the network: named, its type spoken of for this city, or only on the list common to all networks. */
export const Mention = z.enum(['named-in-text', 'type-mentioned-for-this-city', 'type-listed-for-all-seven-networks'])
export type Mention = z.infer<typeof Mention>

/** Where a Serbian name comes from; `null` where there is none. `translation-to-verify` waits for the city's confirmation. */
export const NameBasis = z
  .enum(['standard-name', 'standard-name-pattern', 'name-in-text', 'translation-to-verify', 'proper-name-only-in-a-footnote-web-address'])
  .nullable()
export type NameBasis = z.infer<typeof NameBasis>

const sources = z.array(SourceReference).min(1)

/** An institution of a network as the source documents describe it. Their prose is English; it is paraphrased, never quoted. */
export const InstitutionEntry = z.strictObject({
  slug: Slug,
  name: SourcedName,
  nameBasis: NameBasis,
  /** The mark beside people's names; always ours, never the source's. */
  shortName: LocalizedText,
  sector: Sector,
  mention: Mention,
  roles: z.array(z.string().min(1)),
  /** The institution that this one is a part of; absent where the sources name none. */
  parentSlug: Slug.optional(),
  sources,
})
export type InstitutionEntry = z.infer<typeof InstitutionEntry>

/** What was found out in the city for the research: how many people were heard. */
const Research = z.strictObject({
  focusGroupProfessionals: z.int(),
  focusGroupInstitutions: z.int(),
  swcEmployeesInterviewed: z.int(),
  beneficiaryFilesAnalysed: z.int(),
  sources,
})

/** `protocols/networks/<city>.yaml`: everything that the sources know of one network, its institutions, services and agreements. */
export const NetworkFile = z.strictObject({
  network: z.strictObject({
    slug: Slug,
    city: Slug,
    name: LocalizedText,
    /** "in Niš", "u Nišu", "у Нишу". */
    locative: LocalizedText,
    /** The record of the memorandum by which the members joined. */
    memorandum: Slug,
    formedUnderProject: Slug,
    memberTypesPerSource: z.array(Sector),
    monitoringPartners: z.array(Slug),
    localRiskFactors: z.array(z.string()),
    research: Research,
    sources,
  }),
  institutions: z.array(InstitutionEntry).min(1),
  services: z.array(ServiceEntry),
  agreements: z.array(AgreementRecordEntry),
  gapsReported: z.strictObject({ texts: z.array(z.string().min(1)), sources }),
})
export type NetworkFile = z.infer<typeof NetworkFile>
