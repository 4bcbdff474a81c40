/**
 * The seed of a randomised test: `MREZA_TEST_SEED` if set, else a new one. It is printed, so that a failure can be
 * repeated; pin every seed that ever failed in the test itself.
 * @example fc.assert(property, { seed: seedOf('consent'), numRuns: 200 })
 */
export const seedOf = (test: string): number => {
  const given = Number.parseInt(process.env.MREZA_TEST_SEED ?? '', 10)
  const seed = Number.isNaN(given) ? Math.floor(Math.random() * 0x7fff_ffff) : given
  process.stdout.write(`seed of ${test}: ${seed}\n`)
  return seed
}
