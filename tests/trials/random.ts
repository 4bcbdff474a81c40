import { isLong } from './size.ts'

/** The random choices of one trial. The same seed makes the same choices. */
export interface Random {
  readonly seed: number
  /** A whole number from 0 up to, not including, `end`; `end` at most 2³². */
  below(end: number): number
  /** One of these. */
  pick<T>(from: readonly T[]): T
  /** True once in so many times, on average. */
  oneIn(times: number): boolean
  /** So many bytes. */
  bytes(length: number): Uint8Array
}

/** Steps of a 32-bit generator whose numbers are spread well enough for tests (mulberry32). */
const numbersFrom = (seed: number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** The random choices that follow from a seed. */
export const randomFrom = (seed: number): Random => {
  const next = numbersFrom(seed)
  const below = (end: number) => Math.floor((next() / 2 ** 32) * end)
  return {
    seed,
    below,
    pick: (from) => {
      const picked = from[below(from.length)]
      if (picked === undefined) throw new Error('there is nothing to pick from')
      return picked
    },
    oneIn: (times) => below(times) === 0,
    bytes: (length) => Uint8Array.from({ length }, () => next() & 255),
  }
}

/** A seed of its own for every trial, the same in every run. */
const seedOfName = (name: string): number => [...name].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 7) >>> 0

/**
 * The random choices of a trial, whose seed is printed. In every `npm test` the seed is always the same; in the long run it
 * is a new one, unless `MREZA_TEST_SEED` repeats one that failed.
 */
export const randomOf = (trial: string): Random => {
  const given = Number.parseInt(process.env.MREZA_TEST_SEED ?? '', 10)
  const usual = isLong ? Math.floor(Math.random() * 2 ** 31) : seedOfName(trial)
  const seed = Number.isNaN(given) ? usual : given
  process.stdout.write(`seed of ${trial}: ${seed}\n`)
  return randomFrom(seed)
}
