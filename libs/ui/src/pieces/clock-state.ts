import type { Instant } from '@mreza/contracts-kernel'

/** What a deadline is doing now, from the most to the least urgent. */
export type ClockState = 'broken' | 'soon' | 'ontime' | 'paused' | 'done'

/** A deadline as a service tells it. */
export interface ClockFace {
  readonly due: Instant
  /** From when it counts as *soon*; 24 hours before the end when not said. */
  readonly soonFrom?: Instant | null | undefined
  readonly pausedSince?: Instant | null | undefined
  readonly doneAt?: Instant | null | undefined
}

const day = 24 * 60 * 60_000

/** The state of a deadline at a moment. Pure. */
export const clockStateAt = ({ due, soonFrom, pausedSince, doneAt }: ClockFace, now: Date): ClockState => {
  if (doneAt) return 'done'
  if (pausedSince) return 'paused'
  const end = Date.parse(due)
  if (now.getTime() >= end) return 'broken'
  return now.getTime() >= (soonFrom ? Date.parse(soonFrom) : end - day) ? 'soon' : 'ontime'
}
