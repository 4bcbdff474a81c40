import type { Instant } from '@mreza/contracts-kernel'
import type { Clock } from './clock.ts'

/** The share of its time that is left when a clock is due soon (CF5). */
const soonShare = 0.25

/** The moment from which a clock is due soon (CF5). */
export const soonFrom = ({ startedAt, dueAt }: Pick<Clock, 'startedAt' | 'dueAt'>): Instant =>
  new Date(Date.parse(dueAt) - (Date.parse(dueAt) - Date.parse(startedAt)) * soonShare).toISOString()
