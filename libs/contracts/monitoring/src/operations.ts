import { Instant, NetworkId, needs, query } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { Figure, Tracker } from './tracker.ts'

/** What the monitoring service answers: figures and states, never a case (MO5). */
export const monitoringOperations = {
  /** The agreements of a network and where each party stands. */
  readTracker: query(needs('tracker.read'), z.strictObject({ networkId: NetworkId }), Tracker),
  /** Counts of this calendar year, small ones hidden (MO4). */
  readFigures: query(
    needs('tracker.read'),
    z.strictObject({ networkId: NetworkId }),
    z.strictObject({ asOf: Instant, year: z.int(), figures: z.array(Figure) }),
  ),
}
