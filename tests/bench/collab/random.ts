/** Numbers from 0 up to 1 that are the same again for the same seed. */
export type Random = () => number

/** A small generator with a seed (mulberry32). */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A letter of ordinary Serbian text, spaces among them. */
export const letterOf = (random: Random): string => {
  const letters = 'aaaaaaiiiiioooooeeeeenrstjukvdmplzgbčšćžhcđf       '
  return letters[Math.floor(random() * letters.length)] ?? ' '
}
