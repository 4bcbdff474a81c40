import { AgreementId, Instant, InstitutionId, NetworkId } from '@mreza/contracts-kernel'
import * as z from 'zod'

/** Where a party of an agreement stands (MO2). */
export const PartyState = z.enum(['waiting', 'signed', 'declined'])
export type PartyState = z.infer<typeof PartyState>

/** One cell of the matrix institution × agreement. */
export const TrackedParty = z.strictObject({ institutionId: InstitutionId, state: PartyState, since: Instant })
export type TrackedParty = z.infer<typeof TrackedParty>

/** One column of the matrix. */
export const TrackedAgreement = z.strictObject({
  agreementId: AgreementId,
  state: z.enum(['sent', 'in-force']),
  sentAt: Instant,
  inForceAt: Instant.nullable(),
  parties: z.array(TrackedParty),
})
export type TrackedAgreement = z.infer<typeof TrackedAgreement>

/** The tracker of one network; texts and names come from the agreements and directory services. */
export const Tracker = z.strictObject({ networkId: NetworkId, asOf: Instant, agreements: z.array(TrackedAgreement) })
export type Tracker = z.infer<typeof Tracker>

/** A count with its provenance: `hidden` when it is between 1 and 4 (MO4); `null` when nobody counted. */
export const Figure = z.strictObject({
  id: z.enum(['referrals-sent', 'cases-opened', 'conferences-held', 'clocks-met', 'clocks-broken']),
  value: z.int().nullable(),
  hidden: z.boolean(),
})
export type Figure = z.infer<typeof Figure>
