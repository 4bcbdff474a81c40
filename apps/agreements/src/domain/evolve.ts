import type { Party, PartyStanding } from '@mreza/contracts-agreements'
import type { Agreement, Happened } from './agreement.ts'

const withStanding = (agreement: Agreement, institutionId: string, standing: PartyStanding): Agreement => ({
  ...agreement,
  parties: agreement.parties.map((party) => (party.institutionId === institutionId ? { ...party, standing } : party)),
})

const asked = (party: Party, askedAt: string): Party => ({ ...party, standing: { state: 'asked', askedAt } })

const askedAtOf = (agreement: Agreement): string => {
  if (agreement.sentAt === null) throw new Error('a draft has no signatures')
  return agreement.sentAt
}

/** The agreement after what happened. Pure; it trusts what `decide` let through. */
export const evolve = (agreement: Agreement, happened: Happened): Agreement => {
  const { at } = happened
  switch (happened.kind) {
    case 'parties-chosen':
      return { ...agreement, parties: [...happened.parties] }
    case 'sent':
      return {
        ...agreement,
        state: 'sent',
        sentAt: at,
        textHash: happened.textHash,
        parties: agreement.parties.map((party) => asked(party, at)),
      }
    case 'signed': {
      const { institutionId, by, textHash } = happened
      return withStanding(agreement, institutionId, {
        state: 'signed',
        askedAt: askedAtOf(agreement),
        signedAt: at,
        signedBy: by,
        textHash,
        entitlement: { as: 'head' },
        how: { method: 'recorded', confirmedBy: null },
      })
    }
    case 'declined': {
      const { institutionId, by, reason } = happened
      return withStanding(agreement, institutionId, {
        state: 'declined',
        askedAt: askedAtOf(agreement),
        declinedAt: at,
        declinedBy: by,
        reason,
      })
    }
    case 'came-into-force':
      return { ...agreement, state: 'in-force', inForceAt: at }
    case 'ended':
      return { ...agreement, state: 'ended', endedAt: at, endedWhy: 'replaced' }
  }
}
