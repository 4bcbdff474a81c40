import { Instant, InstitutionId, Line, LocalizedText, NetworkId, PersonId, Sector, Slug, SourcedName } from '@mreza/contracts-kernel'
import * as z from 'zod'

/** Where a fact stands in the source documents. */
export const SourceReference = z.strictObject({ document: z.string(), where: z.string() })
export type SourceReference = z.infer<typeof SourceReference>

/** An institution in a list: what one needs to recognise it. */
export const InstitutionSummary = z.strictObject({
  id: InstitutionId,
  slug: Slug,
  name: SourcedName,
  /** Two to five letters for the mark beside people's names; ours, not the source's. */
  shortName: LocalizedText,
  sector: Sector,
  /** `null` for national bodies, who belong to no one network. */
  networkId: NetworkId.nullable(),
  parentId: InstitutionId.nullable(),
})
export type InstitutionSummary = z.infer<typeof InstitutionSummary>

/** A service as the source describes it; `null` is "not stated" (DI1). */
export const Service = z.strictObject({
  id: z.uuidv7(),
  slug: Slug,
  name: SourcedName,
  providerId: InstitutionId.nullable(),
  /** The provider in the source's words where it is not an institution of the register. */
  providerText: z.string().nullable(),
  legalGroup: z.string().nullable(),
  acceptsTraffickingVictims: z.string().nullable(),
  status: z.string().nullable(),
  capacity: z.number().nullable(),
  capacityText: z.string().nullable(),
  eligibility: z.string().nullable(),
  maxStay: z.record(z.string(), z.unknown()).nullable(),
  /** Figures of use by name, such as `users` in a `year`. */
  usage: z.record(z.string(), z.union([z.number(), z.string()])).nullable(),
  /** Whom or what area it serves. */
  scope: z.string().nullable(),
  notes: z.string().nullable(),
  sources: z.array(SourceReference),
})
export type Service = z.infer<typeof Service>

/** A telephone, e-mail or address of an institution or of a person in it. */
export const Contact = z.strictObject({
  id: z.uuidv7(),
  kind: z.enum(['telephone', 'mobile', 'email', 'address', 'web']),
  value: Line,
  note: z.string().nullable(),
  /** `null`: never verified (DI7). */
  verifiedAt: Instant.nullable(),
})
export type Contact = z.infer<typeof Contact>

/** A professional in an institution; never a beneficiary. */
export const Person = z.strictObject({
  id: PersonId,
  institutionId: InstitutionId,
  displayName: z.strictObject({ srLatn: Line, srCyrl: Line }),
  jobTitle: LocalizedText,
  isHead: z.boolean(),
})
export type Person = z.infer<typeof Person>

/** Everything the directory knows of one institution. */
export const InstitutionDetail = z.strictObject({
  ...InstitutionSummary.shape,
  nameBasis: z.string().nullable(),
  mention: z.string().nullable(),
  /** What the institution does in the network, in the source's words (English). */
  roles: z.array(z.string()),
  /** Facts of the source that have no column of their own, by name. */
  facts: z.record(z.string(), z.unknown()),
  services: z.array(Service),
  people: z.array(Person),
  contacts: z.array(Contact),
  sources: z.array(SourceReference),
})
export type InstitutionDetail = z.infer<typeof InstitutionDetail>
