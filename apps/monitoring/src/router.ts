import type { monitoringOperations } from '@mreza/contracts-monitoring'
import type { Implementations } from '@mreza/rpc'
import type { Parts } from './operations/parts.ts'
import { readFigures } from './operations/read-figures.ts'
import { readTracker } from './operations/read-tracker.ts'

/** The table of contents: what monitoring answers, never a case (MO5). */
export const monitoringRouter = (parts: Parts): Implementations<typeof monitoringOperations> => ({
  readTracker: readTracker(parts),
  readFigures: readFigures(parts),
})
