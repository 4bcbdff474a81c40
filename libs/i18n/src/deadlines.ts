import type { Instant, Language } from '@mreza/contracts-kernel'
import { dateFormatsOf } from './dates.ts'
import { durationIn } from './durations.ts'
import { toCyrillic } from './transliterate.ts'

const twoDays = 2 * 24 * 60 * 60_000

/** Puts a Serbian or English phrase into the script of the language. */
const phrase = (language: Language, english: string, serbian: string) =>
  language === 'en' ? english : language === 'sr-Cyrl' ? toCyrillic(serbian) : serbian

/** How long is left, said as on a clock badge: *3 h 10 min* under two days, *do 7. aprila* after that; the past as *za 2 dana*. */
export const timeLeftIn = (language: Language, due: Instant, now: Date): string => {
  const left = Date.parse(due) - now.getTime()
  if (left <= 0) {
    const late = durationIn(language, -left)
    return phrase(language, `by ${late}`, `za ${late}`)
  }
  return left < twoDays ? durationIn(language, left) : untilIn(language, due)
}

/** *do 7. aprila* · *by 7 April* */
export const untilIn = (language: Language, due: Instant): string => {
  const day = dateFormatsOf(language).dayMonthAfterPreposition(due)
  return phrase(language, `by ${day}`, `do ${day}`)
}

/** *od 19. marta* · *since 19 March* */
export const sinceIn = (language: Language, from: Instant): string => {
  const day = dateFormatsOf(language).dayMonthAfterPreposition(from)
  return phrase(language, `since ${day}`, `od ${day}`)
}
