import type { Party, PartyStanding } from '@mreza/contracts-agreements'
import type { Agreement, Happened } from './agreement.ts'

const withParty = (agreement: Agreement, institutionId: string, change: (party: Party) => Party): Agreement => ({
  ...agreement,
  parties: agreement.parties.map((party) => (party.institutionId === institutionId ? change(party) : party)),
})

const asked = (party: Party, askedAt: string): Party =>
  party.standing.state === 'named' ? { ...party, standing: { state: 'asked', askedAt } } : party

const askRound = (agreement: Agreement, round: number, at: string): Party[] =>
  agreement.parties.map((party) => (party.round === round ? asked(party, at) : party))

const askedAtOf = (party: Party): string => {
  if (party.standing.state === 'named') throw new Error('a party that was not asked has said nothing')
  return party.standing.askedAt
}

const afterSignature = (agreement: Agreement, { institutionId, at, by, textHash, entitlement, how }: Of<'signed'>): Agreement =>
  withParty(agreement, institutionId, (party) => ({
    ...party,
    wetInk: null,
    standing: { state: 'signed', askedAt: askedAtOf(party), signedAt: at, signedBy: by, textHash, entitlement, how },
  }))

const afterDeclining = (agreement: Agreement, { institutionId, at, by, reason }: Of<'declined'>): Agreement =>
  withParty(agreement, institutionId, (party) => ({
    ...party,
    standing: { state: 'declined', askedAt: askedAtOf(party), declinedAt: at, declinedBy: by, reason },
  }))

type Of<Kind extends Happened['kind']> = Extract<Happened, { kind: Kind }>
type Leaving = Extract<PartyStanding, { state: 'withdrawing' }>

const signatureOf = ({ standing }: Party) => {
  if (!('signedAt' in standing)) throw new Error('who has not signed cannot leave')
  const { askedAt, signedAt, signedBy, textHash, entitlement, how } = standing
  return { askedAt, signedAt, signedBy, textHash, entitlement, how }
}

const leavingOf = (party: Party): Leaving => {
  if (party.standing.state !== 'withdrawing') throw new Error('no notice runs')
  return party.standing
}

const afterNotice = (agreement: Agreement, { institutionId, at, by, reason, endsAt }: Of<'withdrawal-announced'>): Agreement =>
  withParty(agreement, institutionId, (party) => ({
    ...party,
    standing: { state: 'withdrawing', ...signatureOf(party), announcedAt: at, announcedBy: by, reason, endsAt },
  }))

/** The agreement after what happened. Pure; it trusts what `decide` let through. */
export const evolve = (agreement: Agreement, happened: Happened): Agreement => {
  const { at } = happened
  switch (happened.kind) {
    case 'parties-chosen':
      return { ...agreement, parties: [...happened.parties], rounds: [] }
    case 'order-set':
      return { ...agreement, rounds: [...happened.rounds], parties: [...happened.parties] }
    case 'negotiation-opened':
      return { ...agreement, state: 'negotiation' }
    case 'made-ready':
      return { ...agreement, state: 'ready' }
    case 'sent':
      return {
        ...agreement,
        state: 'sent',
        sentAt: at,
        signBy: happened.signBy,
        textHash: happened.textHash,
        parties: askRound(agreement, 1, at),
      }
    case 'round-asked':
      return { ...agreement, parties: askRound(agreement, happened.round, at) }
    case 'council-step':
      return withParty(agreement, happened.institutionId, (party) => ({ ...party, council: happened.step }))
    case 'wet-ink-recorded':
      return withParty(agreement, happened.institutionId, (party) => ({ ...party, wetInk: happened.wetInk }))
    case 'wet-ink-rejected':
      return withParty(agreement, happened.institutionId, (party) => ({ ...party, wetInk: null }))
    case 'signed':
      return afterSignature(agreement, happened)
    case 'declined':
      return afterDeclining(agreement, happened)
    case 'came-into-force':
      return {
        ...agreement,
        state: 'in-force',
        inForceAt: at,
        reviewDueAt: happened.reviewDueAt,
        expiresAt: happened.expiresAt,
      }
    case 'party-invited':
      return { ...agreement, parties: [...agreement.parties, happened.party] }
    case 'withdrawal-announced':
      return afterNotice(agreement, happened)
    case 'withdrawal-revoked':
      return withParty(agreement, happened.institutionId, (party) => ({ ...party, standing: { state: 'signed', ...signatureOf(party) } }))
    case 'party-withdrew':
      return withParty(agreement, happened.institutionId, (party) => ({
        ...party,
        standing: { ...leavingOf(party), state: 'withdrawn', withdrawnAt: at },
      }))
    case 'review-begun':
      return { ...agreement, state: 'under-review' }
    case 'review-concluded':
      return { ...agreement, state: 'in-force', reviewDueAt: happened.reviewDueAt }
    case 'suspended':
      return { ...agreement, state: 'suspended', suspendedAt: at }
    case 'resumed':
      return { ...agreement, state: 'in-force', suspendedAt: null }
    case 'ended':
      return { ...agreement, state: 'ended', suspendedAt: null, endedAt: at, endedWhy: happened.why }
    case 'lapsed':
      return { ...agreement, state: 'lapsed', lapsedAt: at }
  }
}
