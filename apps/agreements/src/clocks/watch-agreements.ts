import type { Db } from '@mreza/db'
import { type Log, lookEvery } from '@mreza/service'
import type { AgreementsTables } from '../store/tables.ts'
import { lookAtAgreements } from './look-at-agreements.ts'

/** Milliseconds between two looks; what a clock does happens at most so much later than its moment. */
const every = 15_000

/** Looks at the agreements until stopped. Several instances may look at once. */
export const watchAgreements = (worker: Db<AgreementsTables>, now: () => Date, log: Log): { stop(): Promise<void> } =>
  lookEvery({ every, what: 'the agreements', log, look: () => lookAtAgreements(worker, now().toISOString()) })
