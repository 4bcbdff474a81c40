/** Is this the long run (`npm run trials`)? Otherwise it is the one of every `npm test`. */
export const isLong = process.env.MREZA_TRIALS === 'long'

/** How often a trial tries: the first number in every `npm test`, the second in the long run. */
export const size = (everyRun: number, longRun: number): number => (isLong ? longRun : everyRun)
