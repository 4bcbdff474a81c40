const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const wellFormed = /^[0-9A-Za-z]{0,64}$/

/** Is this a rank that {@link rankBetween} could have made? */
export const isRank = (value: unknown): value is string => typeof value === 'string' && wellFormed.test(value) && !value.endsWith('0')

/**
 * A rank that sorts after `low` and before `high` by plain string comparison; `null` is no bound. Where two people chose
 * the same rank at once there is no room between: the answer then sorts after both, and ids break the tie.
 */
export const rankBetween = (low: string | null, high: string | null): string => {
  const floor = low !== null && isRank(low) ? low : ''
  let ceiling = high !== null && isRank(high) && high > floor ? high : null
  let rank = ''
  for (let at = 0; ; at += 1) {
    const from = at < floor.length ? digits.indexOf(floor.charAt(at)) : 0
    const to = ceiling !== null && at < ceiling.length ? digits.indexOf(ceiling.charAt(at)) : digits.length
    const middle = (from + to) >> 1
    if (middle > from) return rank + digits.charAt(middle)
    rank += digits.charAt(from)
    if (to > from) ceiling = null
  }
}

/** Orders by rank, ties by id: the same order for everyone. */
export const byRank = (a: { rank: string; id: string }, b: { rank: string; id: string }): number =>
  a.rank === b.rank ? (a.id < b.id ? -1 : 1) : a.rank < b.rank ? -1 : 1
