import { parseDate, toZoned } from '@internationalized/date'
import { type CivilDate, networkTimeZone } from '@mreza/contracts-kernel'
import type { ClockFace } from '@mreza/ui'

/** A day counts until its last moment where the network is. */
const endOf = (day: CivilDate) => toZoned(parseDate(day).add({ days: 1 }), networkTimeZone)

/** The deadline of a day as its badge wants it: *soon* three days before. */
export const clockOfDay = (day: CivilDate): ClockFace => ({
  due: new Date(endOf(day).toDate().getTime() - 1000).toISOString(),
  soonFrom: endOf(day).subtract({ days: 3 }).toAbsoluteString(),
})
