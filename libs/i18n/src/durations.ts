import type { Language } from '@mreza/contracts-kernel'
import { localeOf } from './languages.ts'
import { toCyrillic } from './transliterate.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const rules: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules(localeOf.en),
  'sr-Latn': new Intl.PluralRules(localeOf['sr-Latn']),
  'sr-Cyrl': new Intl.PluralRules(localeOf['sr-Cyrl']),
}
const dayForms = { en: { one: 'day', other: 'days' }, sr: { one: 'dan', few: 'dana', other: 'dana' } } as const
const numbers = Object.fromEntries(
  Object.entries(localeOf).map(([language, locale]) => [language, new Intl.NumberFormat(locale)]),
) as Record<Language, Intl.NumberFormat>

const daysIn = (language: Language, count: number): string => {
  const form = rules[language].select(count)
  if (language === 'en') return `${numbers.en.format(count)} ${form === 'one' ? dayForms.en.one : dayForms.en.other}`
  const word = form === 'one' ? dayForms.sr.one : dayForms.sr.other
  return `${numbers[language].format(count)} ${language === 'sr-Cyrl' ? toCyrillic(word) : word}`
}

/** Signs of units stay as the standard writes them, in every script. */
const shorter = (length: number) => {
  const hours = Math.floor(length / hour)
  const minutes = Math.floor((length % hour) / minute)
  if (hours === 0) return `${minutes} min`
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`
}

/**
 * A length of time: *58 min*, *3 h 10 min*, *1 dan 21 h*, *12 dana*. Rounded down to the minute; from two days on only days are said.
 * A space inside never breaks across lines.
 */
export const durationIn = (language: Language, milliseconds: number): string => {
  const length = Math.max(0, milliseconds)
  const text = length < day ? shorter(length) : length < 2 * day ? oneDay(language, length) : daysIn(language, Math.floor(length / day))
  return text.replaceAll(' ', '\u00a0')
}

const oneDay = (language: Language, length: number) => {
  const hours = Math.floor((length - day) / hour)
  return hours === 0 ? daysIn(language, 1) : `${daysIn(language, 1)} ${hours} h`
}
