/** A day that is typed into the segments of a date field. */
export interface DueDay {
  readonly year: string
  readonly month: string
  readonly day: string
}

/** The fifth of the month after next: far enough, and typed with one key, so that a field holds no other day on the way to it. */
export const dueDay: DueDay = (() => {
  const now = new Date()
  const due = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 5))
  return { year: String(due.getUTCFullYear()), month: String(due.getUTCMonth() + 1), day: '5' }
})()

/** The same day as services keep it: `2027-01-05`. */
export const civilDay = ({ year, month }: DueDay): string => `${year}-${month.padStart(2, '0')}-05`
