import { parseAbsolute } from '@internationalized/date'
import { type Instant, networkTimeZone } from '@mreza/contracts-kernel'

const hour = 3_600_000
const quarter = hour / 4
const working = { from: 8, to: 16, usual: 10 }

const instant = (at: number): Instant => new Date(at).toISOString()
const nextFull = (at: number, step: number) => (Math.floor(at / step) + 1) * step

/** The next full hour tomorrow, or ten o'clock then when that hour is outside of working time. */
const tomorrow = (now: Date): number => {
  const next = parseAbsolute(instant(nextFull(now.getTime(), hour)), networkTimeZone)
  const day = parseAbsolute(now.toISOString(), networkTimeZone).add({ days: 1 })
  const at = next.hour < working.from || next.hour > working.to ? working.usual : next.hour
  return day.set({ hour: at, minute: 0, second: 0, millisecond: 0 }).toDate().getTime()
}

/** When a conference is proposed for: tomorrow, or sooner when its latest moment is nearer (CF18); the next quarter when that has passed. */
export const firstMoment = (now: Date, latest: Instant | null): Instant => {
  const proposed = tomorrow(now)
  if (latest === null || proposed <= Date.parse(latest)) return instant(proposed)
  const lastFull = Math.floor(Date.parse(latest) / hour) * hour
  return instant(lastFull > now.getTime() ? lastFull : nextFull(now.getTime(), quarter))
}
