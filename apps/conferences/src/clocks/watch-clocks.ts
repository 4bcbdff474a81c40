import { describeError, type Log } from '@mreza/service'
import type { ConferencesDb } from '../store/executors.ts'
import { announceClocks } from './announce-clocks.ts'

/** Milliseconds between two looks; a clock is announced at most so much later than it is due. */
const every = 5_000

/** Looks at the clocks until stopped. Several instances may look at once. */
export const watchClocks = (db: ConferencesDb, now: () => Date, log: Log): { stop(): Promise<void> } => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const look = async (): Promise<void> => {
    try {
      while (!stopped && (await announceClocks(db, now().toISOString())) > 0);
    } catch (error) {
      log.warn('the clocks could not be looked at', describeError(error))
    }
    if (!stopped)
      timer = setTimeout(() => {
        looking = look()
      }, every)
  }
  let looking = look()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}
