import type { CivilDate } from '@mreza/contracts-kernel'
import type { CivilPeriod } from '@mreza/contracts-plans'

const text = (date: Date): CivilDate => date.toISOString().slice(0, 10)
const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

/** The day that comes a period after another; a month later stays in that month: 31 August and six months is 28 February. */
export const dayAfter = (day: CivilDate, { amount, unit }: CivilPeriod): CivilDate => {
  const from = new Date(`${day}T00:00:00Z`)
  const [year, month, date] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()]
  if (unit === 'day') return text(new Date(Date.UTC(year, month, date + amount)))
  return text(new Date(Date.UTC(year, month + amount, Math.min(date, lastOfMonth(year, month + amount)))))
}
