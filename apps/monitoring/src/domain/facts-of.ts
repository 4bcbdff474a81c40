import type {
  agreementCameIntoForce,
  agreementDeclined,
  agreementEnded,
  agreementLapsed,
  agreementPartiesAsked,
  agreementSent,
  agreementSigned,
} from '@mreza/contracts-agreements'
import type { AgreementId, EventContract, InstitutionId, NetworkId } from '@mreza/contracts-kernel'
import type * as z from 'zod'
import { type AgreementFacts, type PartyFacts, unheard } from './agreement-facts.ts'

type DataOf<E extends EventContract> = z.output<E['data']>

/** Times with milliseconds, whoever wrote them. */
const moment = (at: string): string => new Date(at).toISOString()

const about = ({ agreementId, networkId }: { agreementId: AgreementId; networkId: NetworkId }): AgreementFacts => ({
  agreementId,
  networkId,
  sentAt: null,
  inForceAt: null,
  endedAt: null,
  parties: new Map(),
})

const each = (partyIds: readonly InstitutionId[], facts: Partial<PartyFacts>) =>
  new Map(partyIds.map((partyId) => [partyId, { ...unheard, ...facts }]))

/** What each event says about an agreement. Who acted and who was told are left behind here (MO1). */
export const factsOf = {
  sent: (data: DataOf<typeof agreementSent>): AgreementFacts => ({
    ...about(data),
    sentAt: moment(data.at),
    parties: each(data.askedIds ?? data.partyIds, { askedAt: moment(data.at) }),
  }),
  asked: (data: DataOf<typeof agreementPartiesAsked>): AgreementFacts => ({
    ...about(data),
    parties: each(data.partyIds, { askedAt: moment(data.at) }),
  }),
  signed: (data: DataOf<typeof agreementSigned>): AgreementFacts => ({
    ...about(data),
    parties: each([data.institutionId], { signedAt: moment(data.at) }),
  }),
  declined: (data: DataOf<typeof agreementDeclined>): AgreementFacts => ({
    ...about(data),
    parties: each([data.institutionId], { declinedAt: moment(data.at) }),
  }),
  cameIntoForce: (data: DataOf<typeof agreementCameIntoForce>): AgreementFacts => ({ ...about(data), inForceAt: moment(data.at) }),
  /** What was not signed in time is over like what has ended. */
  ended: (data: DataOf<typeof agreementEnded | typeof agreementLapsed>): AgreementFacts => ({ ...about(data), endedAt: moment(data.at) }),
}
