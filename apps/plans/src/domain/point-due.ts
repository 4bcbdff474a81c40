/** How a plan that was written in since its last version stands to its history; moments in milliseconds. */
export interface SincePoint {
  /** When a room first changed after the last version, as far as the log tells. */
  readonly writtenSince: number
  /** When a room last changed. */
  readonly changedAt: number
  /** When its last version was kept, of whatever kind; null: never, or so long ago that it does not matter. */
  readonly keptAt: number | null
}

const minute = 60_000
/** So long is a pause in which one may find the plan again as it was. */
export const quietMs = 3 * minute
/** Two points are at least so far apart. */
export const apartMs = 10 * minute
/** So long a plan is written in without a pause before a point is made all the same. */
export const longestMs = 30 * minute

/**
 * Is an automatic point to be made now? When the plan has been quiet for some minutes or has been written in for long, and never
 * two within ten minutes (PL19). Pure.
 */
export const pointIsDue = ({ writtenSince, changedAt, keptAt }: SincePoint, now: number): boolean => {
  if (keptAt !== null && now - keptAt < apartMs) return false
  return now - changedAt >= quietMs || now - writtenSince >= longestMs
}
