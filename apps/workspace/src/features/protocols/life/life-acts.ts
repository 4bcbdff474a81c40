import { type AgreementDetail, bindingStates, canInAgreements } from '@mreza/contracts-agreements'
import type { Subject } from '@mreza/contracts-kernel'
import { standingOf } from '../standing-of.ts'

/** What may be done with an agreement besides its one next act; each has a text `act.<id>` and a dialog. */
export const lifeActs = [
  'order',
  'negotiate',
  'ready',
  'upload',
  'council',
  'deputies',
  'paper',
  'invite',
  'amend',
  'review',
  'reviewed',
  'suspend',
  'resume',
  'withdraw',
  'stay',
  'end',
] as const
export type LifeAct = (typeof lifeActs)[number]

const binds = ({ state }: AgreementDetail) => (bindingStates as readonly string[]).includes(state)

/** The acts that the reader may do now, in their order. What is refused all the same says why. */
export const actsOf = (agreement: AgreementDetail, subject: Subject): LifeAct[] => {
  const { state, networkId, deputies } = agreement
  const partyIds = agreement.parties.map(({ institutionId }) => institutionId)
  const keeps = canInAgreements(subject, 'agreement.keep', { networkId })
  const answers = canInAgreements(subject, 'agreement.answer-for-party', { partyIds })
  const signs = canInAgreements(subject, 'agreement.sign', { partyIds, deputies })
  const standing = standingOf(agreement, subject.institutionId)?.state
  const unsent = state === 'draft' || state === 'negotiation' || state === 'ready'
  const open = state === 'sent' || binds(agreement)
  const asked = standing === 'asked' || standing === 'declined'
  const may: Readonly<Record<LifeAct, boolean>> = {
    order: keeps && unsent,
    negotiate: keeps && (state === 'draft' || state === 'ready'),
    ready: keeps && state === 'negotiation',
    upload: signs && open && asked,
    council: answers && (unsent || open) && (standing === 'named' || asked),
    deputies: answers || keeps,
    paper: keeps && open && agreement.parties.some((party) => party.standing.state === 'asked' && party.wetInk === null),
    invite: keeps && binds(agreement),
    amend: keeps && binds(agreement) && agreement.amendment === null,
    review: keeps && state === 'in-force',
    reviewed: keeps && state === 'under-review',
    suspend: keeps && (state === 'in-force' || state === 'under-review'),
    resume: keeps && state === 'suspended',
    withdraw: answers && open && standing === 'signed',
    stay: answers && open && standing === 'withdrawing',
    end: keeps && binds(agreement),
  }
  return lifeActs.filter((act) => may[act])
}
