/** How a plan that was written in stands to its history; moments in milliseconds. */
export interface SincePoint {
  /** When a room last changed. */
  readonly changedAt: number
  /** When its last version was kept, of whatever kind; null: never. */
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
 * Is an automatic point to be made now? Of a plan that changed since its last version, when it has been quiet for some minutes or
 * has been written in for long, and never two within ten minutes (PL19). Pure.
 */
export const pointIsDue = ({ changedAt, keptAt }: SincePoint, now: number): boolean => {
  const since = keptAt === null ? Number.POSITIVE_INFINITY : now - keptAt
  if (since < apartMs) return false
  return now - changedAt >= quietMs || since >= longestMs
}
