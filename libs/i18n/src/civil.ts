import { type CivilDate, type Instant, networkTimeZone } from '@mreza/contracts-kernel'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: networkTimeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** A moment as the clock on the network's wall shows it. */
export interface WallTime {
  readonly date: CivilDate
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The civil day and hour of a moment in the network's time zone. */
export const wallTimeOf = (at: Instant | Date): WallTime => {
  const parts = new Map(clock.formatToParts(new Date(at)).map((part) => [part.type, part.value]))
  const of = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '0'
  return {
    date: `${of('year')}-${of('month')}-${of('day')}`,
    hour: Number(of('hour')),
    minute: Number(of('minute')),
    second: Number(of('second')),
  }
}

/** A civil day as the count of days since 1970: for differences, never for moments. */
export const dayNumberOf = (date: CivilDate): number => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)

/** Is this a civil date rather than a moment? */
export const isCivilDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)
