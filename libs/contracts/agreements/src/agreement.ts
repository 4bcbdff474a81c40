import { AgreementId, Instant, InstitutionId, LocalizedText, NetworkId, PersonId, Sector, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { AgreementKind, Template } from './template.ts'

/** The life of an agreement so far: written, sent to its parties, in force by its own rule (AG8), replaced (AG9). */
export const AgreementState = z.enum(['draft', 'sent', 'in-force', 'ended'])
export type AgreementState = z.infer<typeof AgreementState>

/** Where a party stands: not yet asked, asked, signed, declined for now (AG7). */
export const PartyStanding = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('named') }),
  z.strictObject({ state: z.literal('asked'), askedAt: Instant }),
  z.strictObject({ state: z.literal('signed'), askedAt: Instant, signedAt: Instant, signedBy: PersonId, textHash: z.string() }),
  z.strictObject({
    state: z.literal('declined'),
    askedAt: Instant,
    declinedAt: Instant,
    declinedBy: PersonId,
    reason: z.string().nullable(),
  }),
])
export type PartyStanding = z.infer<typeof PartyStanding>

/** An institution that is bound by the agreement once it has signed. */
export const Party = z.strictObject({ institutionId: InstitutionId, sector: Sector, required: z.boolean(), standing: PartyStanding })
export type Party = z.infer<typeof Party>

/** An agreement in a list. */
export const AgreementSummary = z.strictObject({
  id: AgreementId,
  networkId: NetworkId,
  templateId: Slug,
  kind: AgreementKind,
  title: LocalizedText,
  state: AgreementState,
  draftedAt: Instant,
  sentAt: Instant.nullable(),
  inForceAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  parties: z.array(Party),
})
export type AgreementSummary = z.infer<typeof AgreementSummary>

/** What stands between an agreement and its coming into force (AG8). */
export const WhatIsMissing = z.strictObject({
  /** Required sectors none of whose parties has signed. */
  sectors: z.array(Sector),
  /** How many more signatures the rule asks for, whoever gives them. */
  signatures: z.int(),
})
export type WhatIsMissing = z.infer<typeof WhatIsMissing>

/** An agreement with its text and structure. */
export const AgreementDetail = z.strictObject({
  ...AgreementSummary.shape,
  content: Template,
  /** SHA-256 of the canonical text, hex; `null` while it is a draft (AG3). */
  textHash: z.string().nullable(),
  missing: WhatIsMissing,
})
export type AgreementDetail = z.infer<typeof AgreementDetail>
