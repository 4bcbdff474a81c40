import { type Agreement, type Happened, isBinding, isOpen } from './agreement.ts'
import { tooFewLeft } from './decide-keep.ts'
import { evolve } from './evolve.ts'

/** Notices of withdrawal that are over by now. */
const noticesOver = (agreement: Agreement, now: string): Happened[] =>
  agreement.parties.flatMap(({ institutionId, standing }) =>
    standing.state === 'withdrawing' && standing.endsAt <= now ? [{ kind: 'party-withdrew' as const, at: now, institutionId }] : [],
  )

/** What a clock does to an agreement at this moment, all of it in order: the end of notices, of the term for signing, of its duration. */
export const decideByClock = (agreement: Agreement, now: string): Happened[] => {
  if (!isOpen(agreement)) return []
  if (agreement.state === 'sent' && agreement.signBy !== null && agreement.signBy < now) return [{ kind: 'lapsed', at: now }]
  const gone = noticesOver(agreement, now)
  const after = gone.reduce(evolve, agreement)
  if (isBinding(after) && after.expiresAt !== null && after.expiresAt <= now) return [...gone, { kind: 'ended', at: now, why: 'expired' }]
  return gone.length === 0 ? [] : [...gone, ...tooFewLeft(after, now)]
}
