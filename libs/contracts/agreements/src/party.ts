import { CivilDate, Instant, InstitutionId, PersonId, Sector } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { DecisionOfBody } from './decision.ts'
import { PendingWetInk, Signature } from './signature.ts'

/** A party that must ask its council, assembly or board before its signature counts (AG24), and how far that has come. */
export const CouncilStep = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('not-needed') }),
  z.strictObject({ state: z.literal('needed') }),
  z.strictObject({ state: z.literal('asked'), on: CivilDate }),
  z.strictObject({ state: z.literal('decided'), yes: z.boolean(), decision: DecisionOfBody }),
])
export type CouncilStep = z.infer<typeof CouncilStep>

/** What leaving is: announced with a reason, in force when the notice is over (AG26). */
const leaving = { announcedAt: Instant, announcedBy: PersonId, reason: z.string(), endsAt: Instant }

/**
 * Where a party stands: not yet asked (its round has not come), asked, signed, declined for now (AG7),
 * withdrawing while its notice runs (still bound), withdrawn. Whoever has signed keeps their signature in every later state.
 */
export const PartyStanding = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('named') }),
  z.strictObject({ state: z.literal('asked'), askedAt: Instant }),
  z.strictObject({ state: z.literal('signed'), askedAt: Instant, ...Signature.shape }),
  z.strictObject({
    state: z.literal('declined'),
    askedAt: Instant,
    declinedAt: Instant,
    declinedBy: PersonId,
    reason: z.string().nullable(),
  }),
  z.strictObject({ state: z.literal('withdrawing'), askedAt: Instant, ...Signature.shape, ...leaving }),
  z.strictObject({ state: z.literal('withdrawn'), askedAt: Instant, ...Signature.shape, ...leaving, withdrawnAt: Instant }),
])
export type PartyStanding = z.infer<typeof PartyStanding>

/** An institution that is bound by the agreement once it has signed. */
export const Party = z.strictObject({
  institutionId: InstitutionId,
  sector: Sector,
  required: z.boolean(),
  /** In which round it is asked, from 1; all in round 1 where they sign in any order (AG20). */
  round: z.int().min(1),
  council: CouncilStep,
  /** When it was invited to accede; `null` for a party from the beginning (AG25). */
  invitedAt: Instant.nullable(),
  wetInk: PendingWetInk.nullable(),
  standing: PartyStanding,
})
export type Party = z.infer<typeof Party>
