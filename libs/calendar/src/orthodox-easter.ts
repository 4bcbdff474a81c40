import type { CivilDate } from '@mreza/contracts-kernel'
import { Temporal } from 'temporal-polyfill'

/** Days by which the Gregorian calendar is ahead of the Julian in March and April of a year: 13 from 1900 to 2099. */
const gregorianLead = (year: number) => Math.floor(year / 100) - Math.floor(year / 400) - 2

/** The Sunday of Orthodox Easter, in the civil (Gregorian) calendar; Meeus' rule for the Julian calendar, moved. (CAL2) */
export const orthodoxEaster = (year: number): CivilDate => {
  const moon = (19 * (year % 19) + 15) % 30
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
  const days = moon + weekday + 114
  const julian = { year, month: Math.floor(days / 31), day: (days % 31) + 1 }
  return Temporal.PlainDate.from(julian)
    .add({ days: gregorianLead(year) })
    .toString()
}
