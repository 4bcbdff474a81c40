import { AgreementId, Audience, event, Instant, InstitutionId, NetworkId, PersonId, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'

const about = { agreementId: AgreementId, networkId: NetworkId, actorId: PersonId, audience: Audience }

/** The text is frozen and the parties are asked to sign. The audience: the heads of the parties. */
export const agreementSent = event(
  'mreza.agreements.agreement.sent.v1',
  z.strictObject({ ...about, at: Instant, partyIds: z.array(InstitutionId) }),
)
/** A head signed for a party. The audience: coordinator and heads of the parties. */
export const agreementSigned = event(
  'mreza.agreements.agreement.signed.v1',
  z.strictObject({ ...about, at: Instant, institutionId: InstitutionId }),
)
/** A party declined for now; the reason is read in the agreement (AG6, AG11). */
export const agreementDeclined = event(
  'mreza.agreements.agreement.declined.v1',
  z.strictObject({ ...about, at: Instant, institutionId: InstitutionId }),
)
/** The rule of entry into force is fulfilled (AG8). Who needs the procedure asks for it by `readProcedure`. */
export const agreementCameIntoForce = event(
  'mreza.agreements.agreement.came-into-force.v1',
  z.strictObject({ ...about, at: Instant, templateId: Slug, partyIds: z.array(InstitutionId) }),
)
/** A later agreement took its place (AG9). */
export const agreementEnded = event('mreza.agreements.agreement.ended.v1', z.strictObject({ ...about, at: Instant }))
