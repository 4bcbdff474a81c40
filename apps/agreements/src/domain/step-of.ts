import type { AgreementStep } from '@mreza/contracts-agreements'
import type { Happened } from './agreement.ts'

type Facts = Omit<AgreementStep, 'kind' | 'at'>
const none: Facts = { by: null, institutionId: null, reason: null, decision: null }

const factsOf = (happened: Happened): Facts | null => {
  switch (happened.kind) {
    case 'negotiation-opened':
    case 'made-ready':
      return { ...none, by: happened.by }
    case 'review-begun':
    case 'review-concluded':
      return { ...none, by: happened.by, reason: happened.reason }
    case 'suspended':
    case 'resumed':
      return { ...none, by: happened.by, reason: happened.reason, decision: happened.decision }
    case 'party-invited':
      return { ...none, by: happened.by, institutionId: happened.party.institutionId }
    case 'withdrawal-announced':
    case 'wet-ink-rejected':
      return { ...none, by: happened.by, institutionId: happened.institutionId, reason: happened.reason }
    case 'withdrawal-revoked':
      return { ...none, by: happened.by, institutionId: happened.institutionId }
    case 'party-withdrew':
      return { ...none, institutionId: happened.institutionId }
    case 'ended':
      return happened.terminated === undefined ? null : { ...none, ...happened.terminated }
    default:
      return null
  }
}

/** The step of an agreement's life that its page tells with reason and decision; `null` for what stands elsewhere. */
export const stepOf = (happened: Happened): AgreementStep | null => {
  const facts = factsOf(happened)
  if (facts === null) return null
  const kind = (happened.kind === 'ended' ? 'terminated' : happened.kind) as AgreementStep['kind']
  return { kind, at: happened.at, ...facts }
}
