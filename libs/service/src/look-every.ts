import { describeError, type Log } from './log.ts'

/** What is looked at again and again. */
export interface Looking {
  /** Milliseconds from the end of one look to the beginning of the next. */
  readonly every: number
  /** What could not be looked at, for the log: `the clocks`. */
  readonly what: string
  readonly log: Log
  /**
   * One look. A number says how many things it did: the next look follows at once while there are any, so that what came together
   * during an outage is done in batches and not in one transaction. Whoever looks must bear that another instance looks too.
   */
  readonly look: () => Promise<number | void>
}

/**
 * Looks at something at once and then again and again until stopped; a look that fails is told to the log and does not end it.
 * `stop` waits for the look that is under way.
 * @example const watching = lookEvery({ every: 5_000, what: 'the clocks', log, look: () => announceClocks(db, now()) })
 */
export const lookEvery = ({ every, what, log, look }: Looking): { stop(): Promise<void> } => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const once = async (): Promise<void> => {
    try {
      while (!stopped && ((await look()) ?? 0) > 0);
    } catch (error) {
      log.warn(`${what} could not be looked at`, describeError(error))
    }
    if (!stopped)
      timer = setTimeout(() => {
        looking = once()
      }, every)
  }
  let looking = once()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}
