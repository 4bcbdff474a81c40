import { networkTimeZone } from '@mreza/contracts-kernel'
import { Figure } from '@mreza/contracts-monitoring'

/** The figures there are. */
export type FigureId = Figure['id']

/** The smallest number of people, or of what stands for people, that officials see (MO4, rule D22). */
export const smallestShown = 5

const year = new Intl.DateTimeFormat('en', { timeZone: networkTimeZone, year: 'numeric' })

/** The calendar year of a moment where the networks are: an hour before midnight in Greenwich may be next year there. */
export const yearOf = (at: Date): number => Number(year.format(at))

/** A count as officials see it: exact from 5 on, zero as zero, hidden between (MO4). */
export const shown = (id: FigureId, counted: number): Figure => {
  const hidden = counted > 0 && counted < smallestShown
  return { id, value: hidden ? null : counted, hidden }
}

const notReported = (id: FigureId): Figure => ({ id, value: null, hidden: false })

/** All figures of a network; what was not counted is zero where somebody counts, and "not reported" where nobody does (MO4). */
export const figuresOf = (counts: ReadonlyMap<FigureId, number>, isCounted: boolean): Figure[] =>
  Figure.shape.id.options.map((id) => (isCounted ? shown(id, counts.get(id) ?? 0) : notReported(id)))
