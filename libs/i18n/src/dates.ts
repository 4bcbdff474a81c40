import type { CivilDate, Instant, Language } from '@mreza/contracts-kernel'
import { dayNumberOf, isCivilDate, wallTimeOf } from './civil.ts'
import { toCyrillic } from './transliterate.ts'

const weekdays = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  sr: ['nedelja', 'ponedeljak', 'utorak', 'sreda', 'četvrtak', 'petak', 'subota'],
}
const months = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  sr: ['januar', 'februar', 'mart', 'april', 'maj', 'jun', 'jul', 'avgust', 'septembar', 'oktobar', 'novembar', 'decembar'],
  /** After *od* and *do*: od 19. marta, do 7. aprila. */
  srGenitive: ['januara', 'februara', 'marta', 'aprila', 'maja', 'juna', 'jula', 'avgusta', 'septembra', 'oktobra', 'novembra', 'decembra'],
}
const relativeDays: Readonly<Record<'en' | 'sr', Readonly<Record<number, string>>>> = {
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
  sr: { [-1]: 'juče', 0: 'danas', 1: 'sutra' },
}

const inScript = (text: string, language: Language) => (language === 'sr-Cyrl' ? toCyrillic(text) : text)
const civilOf = (at: CivilDate | Instant | Date): CivilDate => (typeof at === 'string' && isCivilDate(at) ? at : wallTimeOf(at).date)
const two = (value: number) => String(value).padStart(2, '0')

interface DateParts {
  readonly weekday: number
  readonly day: number
  readonly month: number
  readonly year: number
}
const partsOf = (date: CivilDate): DateParts => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month: month - 1, day, weekday: (dayNumberOf(date) + 4) % 7 }
}

const monthName = ({ month }: DateParts, language: Language, genitive: boolean): string =>
  language === 'en' ? (months.en[month] ?? '') : inScript((genitive ? months.srGenitive : months.sr)[month] ?? '', language)

const weekdayName = ({ weekday }: DateParts, language: Language): string =>
  language === 'en' ? (weekdays.en[weekday] ?? '') : inScript(weekdays.sr[weekday] ?? '', language)

const dayAndMonth = (parts: DateParts, language: Language, genitive: boolean) =>
  language === 'en' ? `${parts.day} ${monthName(parts, language, false)}` : `${parts.day}. ${monthName(parts, language, genitive)}`

/** How a language writes days and hours. Every method takes a civil date or a moment; moments are read in Europe/Belgrade. */
export interface DateFormats {
  /** *utorak, 24. mart 2026.* · *Tuesday 24 March 2026* */
  readonly fullDate: (at: CivilDate | Instant | Date) => string
  /** *24. mart 2026.* · *24 March 2026* */
  readonly date: (at: CivilDate | Instant | Date) => string
  /** *24. mart* · *24 March* */
  readonly dayMonth: (at: CivilDate | Instant | Date) => string
  /** After *od* and *do*: *24. marta* · *24 March* */
  readonly dayMonthAfterPreposition: (at: CivilDate | Instant | Date) => string
  /** After *od* and *do*, with the year: *24. marta 2026.* · *24 March 2026* */
  readonly dateAfterPreposition: (at: CivilDate | Instant | Date) => string
  /** *24. 3. 2026.* · *24/03/2026*: for columns of tables */
  readonly shortDate: (at: CivilDate | Instant | Date) => string
  /** *utorak* · *Tuesday* */
  readonly weekday: (at: CivilDate | Instant | Date) => string
  /** *14:20*, always 24 hours */
  readonly time: (at: Instant | Date) => string
  /** *10:42:07* */
  readonly timeWithSeconds: (at: Instant | Date) => string
  /** *juče, 16:05*, *danas, 8:30*, or *19. mart, 16:05* when it is further away */
  readonly dayAndTime: (at: Instant | Date, now: Date) => string
  /** *danas*, *juče*, *sutra*, or the day and month */
  readonly relativeDay: (at: CivilDate | Instant | Date, now: Date) => string
}

const relativeDayIn = (language: Language, date: CivilDate, now: Date): string | undefined => {
  const name = relativeDays[language === 'en' ? 'en' : 'sr'][dayNumberOf(date) - dayNumberOf(wallTimeOf(now).date)]
  return name === undefined ? undefined : inScript(name, language)
}

const timeOf = (at: Instant | Date) => {
  const wall = wallTimeOf(at)
  return `${wall.hour}:${two(wall.minute)}`
}

/** The {@link DateFormats} of a language. */
export const dateFormatsOf = (language: Language): DateFormats => {
  const named = (at: CivilDate | Instant | Date, genitive = false) => dayAndMonth(partsOf(civilOf(at)), language, genitive)
  const year = (at: CivilDate | Instant | Date) => `${partsOf(civilOf(at)).year}${language === 'en' ? '' : '.'}`
  const weekday = (at: CivilDate | Instant | Date) => weekdayName(partsOf(civilOf(at)), language)
  const relativeDay = (at: CivilDate | Instant | Date, now: Date) => relativeDayIn(language, civilOf(at), now) ?? named(at)
  return {
    fullDate: (at) => `${weekday(at)}${language === 'en' ? '' : ','} ${named(at)} ${year(at)}`,
    date: (at) => `${named(at)} ${year(at)}`,
    dayMonth: (at) => named(at),
    dayMonthAfterPreposition: (at) => named(at, true),
    dateAfterPreposition: (at) => `${named(at, true)} ${year(at)}`,
    shortDate: (at) => {
      const parts = partsOf(civilOf(at))
      return language === 'en'
        ? `${two(parts.day)}/${two(parts.month + 1)}/${parts.year}`
        : `${parts.day}. ${parts.month + 1}. ${parts.year}.`
    },
    weekday,
    time: timeOf,
    timeWithSeconds: (at) => `${timeOf(at)}:${two(wallTimeOf(at).second)}`,
    dayAndTime: (at, now) => `${relativeDay(at, now)}, ${timeOf(at)}`,
    relativeDay,
  }
}
