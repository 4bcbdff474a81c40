import type { monitoringOperations } from '@mreza/contracts-monitoring'
import { asSubject } from '@mreza/db'
import type { CallContext } from '@mreza/rpc'
import type * as z from 'zod'
import { figuresOf, yearOf } from '../domain/figures.ts'
import { countsOf } from '../store/counts.ts'
import { lastHeardOf } from '../store/networks.ts'
import { asOf } from './as-of.ts'
import { mustReadTracker } from './must-read-tracker.ts'
import type { Parts } from './parts.ts'

type Input = z.output<typeof monitoringOperations.readFigures.input>

/** The counts of this calendar year in the caller's network, small ones hidden (MO4). */
export const readFigures =
  ({ db, bus }: Parts) =>
  async ({ subject, databaseKey, now }: CallContext, { networkId }: Input) => {
    mustReadTracker(subject, networkId)
    const year = yearOf(now)
    return await asSubject(db, databaseKey, async (trx) => {
      const lastHeard = await lastHeardOf(trx, networkId)
      const counts = await countsOf(trx, networkId, year)
      return { asOf: asOf(bus, now, lastHeard), year, figures: figuresOf(counts, lastHeard !== undefined) }
    })
  }
