import { AgreementId, Audience, event, Instant, InstitutionId, NetworkId, PersonId } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { ObligationId, ObligationState, Rung } from './obligation.ts'

const about = {
  agreementId: AgreementId,
  networkId: NetworkId,
  obligationId: ObligationId,
  /** Who owes it. */
  institutionId: InstitutionId,
  at: Instant,
  /** `null` when a clock did it. */
  actorId: PersonId.nullable(),
  audience: Audience,
}

/** The term that counts now stands otherwise; also said of the first term when the obligation begins. Concerns nobody by itself. */
export const obligationMoved = event(
  'mreza.agreements.obligation.moved.v1',
  z.strictObject({ ...about, state: ObligationState, dueAt: Instant }),
)
/** Somebody is reminded of what is not kept (AG43). The audience: who stands on that rung. */
export const obligationReminded = event('mreza.agreements.obligation.reminded.v1', z.strictObject({ ...about, rung: Rung, dueAt: Instant }))
/** Every rung was climbed and the obligation is not kept (AG43). The audience: heads of the parties, coordinator, city officials. */
export const obligationBroken = event('mreza.agreements.obligation.broken.v1', z.strictObject({ ...about, dueAt: Instant }))
/** Evidence was given that keeps the term. The audience: the coordinator, and whoever was reminded. */
export const obligationKept = event('mreza.agreements.obligation.kept.v1', z.strictObject(about))
/** What was reported is disputed. The audience: who owes it, and the coordinator. */
export const obligationDisputed = event('mreza.agreements.obligation.disputed.v1', z.strictObject(about))
/** A dispute is settled, or the term waived. The audience: who owes it, and who disputed. */
export const obligationSettled = event(
  'mreza.agreements.obligation.settled.v1',
  z.strictObject({ ...about, outcome: z.enum(['kept', 'not-kept', 'waived']) }),
)
/** Somebody said something about it. The audience: who owes it, and the coordinator. */
export const obligationCommented = event('mreza.agreements.obligation.commented.v1', z.strictObject(about))
