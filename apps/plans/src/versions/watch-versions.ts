import type { PlanId } from '@mreza/contracts-kernel'
import type { Db } from '@mreza/db'
import { describeError, type Log } from '@mreza/service'
import type { PlansTables } from '../store/tables.ts'
import { announceReviews } from './announce-reviews.ts'
import { dropOldPoints, keepPoints } from './keep-points.ts'

/** Milliseconds between two looks. */
const every = 60_000

interface Watch {
  readonly worker: Db<PlansTables>
  readonly now: () => Date
  readonly log: Log
  /** An automatic point of this plan was made. */
  readonly kept: (planId: PlanId) => void
}

/** Makes automatic points, takes old ones away and announces reviews until stopped. Several instances may do it at once. */
export const watchVersions = ({ worker, now, log, kept }: Watch): { stop(): Promise<void> } => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const look = async (): Promise<void> => {
    try {
      await dropOldPoints(worker, now())
      for (const planId of await keepPoints(worker, now())) kept(planId)
      while (!stopped && (await announceReviews(worker, now())) > 0);
    } catch (cause) {
      log.error('the versions of plans could not be looked after', describeError(cause))
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
