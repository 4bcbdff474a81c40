import type { PlanId } from '@mreza/contracts-kernel'
import type { Db } from '@mreza/db'
import { type Log, lookEvery } from '@mreza/service'
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
export const watchVersions = ({ worker, now, log, kept }: Watch): { stop(): Promise<void> } =>
  lookEvery({
    every,
    what: 'the versions of plans',
    log,
    look: async () => {
      await dropOldPoints(worker, now())
      for (const planId of await keepPoints(worker, now())) kept(planId)
      return announceReviews(worker, now())
    },
  })
