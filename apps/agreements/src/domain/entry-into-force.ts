import type { EntryIntoForce, Party, WhatIsMissing } from '@mreza/contracts-agreements'
import { hasSigned } from './agreement.ts'

const signedOf = (parties: readonly Party[]) => parties.filter(hasSigned)

const missingSectors = (rule: EntryIntoForce, parties: readonly Party[]) =>
  rule.requiredSectors.filter((sector) => !signedOf(parties).some((party) => party.sector === sector))

/** Is this party among those that the rule waits for? Who was invited later is not, nor who has left (AG25, AG26). */
const isWaitedFor = (party: Party) => party.invitedAt === null && party.standing.state !== 'withdrawn' && !hasSigned(party)

const missingSignatures = (rule: EntryIntoForce, parties: readonly Party[]): number => {
  if (rule.kind === 'at-least') return Math.max(0, rule.signatures - signedOf(parties).length)
  return parties.filter((party) => rule.requiredSectors.includes(party.sector) && isWaitedFor(party)).length
}

/** What still stands between these parties and entry into force by this rule (AG8). */
export const whatIsMissing = (rule: EntryIntoForce, parties: readonly Party[]): WhatIsMissing => ({
  sectors: missingSectors(rule, parties),
  signatures: missingSignatures(rule, parties),
})

/** Is the rule of entry into force fulfilled by these parties (AG8)? */
export const isFulfilled = (rule: EntryIntoForce, parties: readonly Party[]): boolean => {
  const missing = whatIsMissing(rule, parties)
  return missing.sectors.length === 0 && missing.signatures === 0
}
