import type { Instant, Language } from '@mreza/contracts-kernel'
import { type DateFormats, dateFormatsOf } from './dates.ts'
import { sinceIn, timeLeftIn, untilIn } from './deadlines.ts'
import { durationIn } from './durations.ts'
import { localeOf } from './languages.ts'

/** Everything that a language writes in its own way. */
export interface Formats extends DateFormats {
  /** *3 h 10 min*, *1 dan 21 h*, *12 dana*; milliseconds in */
  readonly duration: (milliseconds: number) => string
  /** What a clock badge says: *3 h 10 min*, *do 7. aprila*, *za 2 dana* (late) */
  readonly timeLeft: (due: Instant, now: Date) => string
  /** *do 7. aprila* */
  readonly until: (due: Instant) => string
  /** *od 19. marta* */
  readonly since: (from: Instant) => string
  /** *12.345,6* */
  readonly number: (value: number) => string
  /** *a, b i c* */
  readonly list: (items: readonly string[]) => string
  /** For sorting names as the alphabet of the language has them. */
  readonly compare: (a: string, b: string) => number
}

const make = (language: Language): Formats => {
  const locale = localeOf[language]
  // Four digits stay together, so that a year is never taken for a quantity.
  const numbers = new Intl.NumberFormat(locale, { useGrouping: 'min2' })
  const collator = new Intl.Collator(locale, { numeric: true })
  const and = language === 'en' ? 'and' : language === 'sr-Cyrl' ? 'и' : 'i'
  return {
    ...dateFormatsOf(language),
    duration: (milliseconds) => durationIn(language, milliseconds),
    timeLeft: (due, now) => timeLeftIn(language, due, now),
    until: (due) => untilIn(language, due),
    since: (from) => sinceIn(language, from),
    number: (value) => numbers.format(value),
    list: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`),
    compare: collator.compare,
  }
}

const made = new Map<Language, Formats>()

/** The {@link Formats} of a language; made once. */
export const formatsOf = (language: Language): Formats => {
  const known = made.get(language)
  if (known) return known
  const formats = make(language)
  made.set(language, formats)
  return formats
}
