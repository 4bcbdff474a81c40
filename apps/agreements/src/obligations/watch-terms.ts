import type { Db } from '@mreza/db'
import { type Log, lookEvery } from '@mreza/service'
import type { AgreementsTables } from '../store/tables.ts'
import { lookAtTerms } from './look-at-terms.ts'

/** Milliseconds between two looks; a term is said to stand otherwise at most so much later than it does. */
const every = 5_000

/** Looks at the terms of obligations until stopped. Several instances may look at once. */
export const watchTerms = (worker: Db<AgreementsTables>, now: () => Date, log: Log): { stop(): Promise<void> } =>
  lookEvery({ every, what: 'the obligations', log, look: () => lookAtTerms(worker, now().toISOString()) })
