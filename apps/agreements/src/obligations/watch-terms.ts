import type { Db } from '@mreza/db'
import { describeError, type Log } from '@mreza/service'
import type { AgreementsTables } from '../store/tables.ts'
import { lookAtTerms } from './look-at-terms.ts'

/** Milliseconds between two looks; a term is said to stand otherwise at most so much later than it does. */
const every = 5_000

/** Looks at the terms of obligations until stopped. Several instances may look at once. */
export const watchTerms = (worker: Db<AgreementsTables>, now: () => Date, log: Log): { stop(): Promise<void> } => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const look = async (): Promise<void> => {
    try {
      while (!stopped && (await lookAtTerms(worker, now().toISOString())) > 0);
    } catch (error) {
      log.warn('the obligations could not be looked at', describeError(error))
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
