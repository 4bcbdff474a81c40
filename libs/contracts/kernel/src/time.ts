import * as z from 'zod'

/** A moment, as an ISO 8601 string in UTC (`2026-03-24T13:20:00.000Z`). */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

/** A day of the civil calendar in the network's time zone (`2026-03-24`); never a JavaScript `Date`. */
export const CivilDate = z.iso.date()
export type CivilDate = z.infer<typeof CivilDate>
