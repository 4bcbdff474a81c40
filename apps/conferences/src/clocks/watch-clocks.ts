import { type Log, lookEvery } from '@mreza/service'
import type { ConferencesDb } from '../store/executors.ts'
import { announceClocks } from './announce-clocks.ts'

/** Milliseconds between two looks; a clock is announced at most so much later than it is due. */
const every = 5_000

/** Looks at the clocks until stopped. Several instances may look at once. */
export const watchClocks = (db: ConferencesDb, now: () => Date, log: Log): { stop(): Promise<void> } =>
  lookEvery({ every, what: 'the clocks', log, look: () => announceClocks(db, now().toISOString()) })
