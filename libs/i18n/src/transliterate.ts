import { keepsLettersApart } from './letters-apart.ts'

const pairs: readonly (readonly [string, string])[] = [
  ['љ', 'lj'],
  ['њ', 'nj'],
  ['џ', 'dž'],
  ['а', 'a'],
  ['б', 'b'],
  ['в', 'v'],
  ['г', 'g'],
  ['д', 'd'],
  ['ђ', 'đ'],
  ['е', 'e'],
  ['ж', 'ž'],
  ['з', 'z'],
  ['и', 'i'],
  ['ј', 'j'],
  ['к', 'k'],
  ['л', 'l'],
  ['м', 'm'],
  ['н', 'n'],
  ['о', 'o'],
  ['п', 'p'],
  ['р', 'r'],
  ['с', 's'],
  ['т', 't'],
  ['ћ', 'ć'],
  ['у', 'u'],
  ['ф', 'f'],
  ['х', 'h'],
  ['ц', 'c'],
  ['ч', 'č'],
  ['ш', 'š'],
]
const latinOf = new Map(pairs)
const cyrillicOf = new Map(pairs.map(([cyrillic, latin]) => [latin, cyrillic]))

const isUpper = (letter: string | undefined) => letter !== undefined && letter !== letter.toLowerCase()
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const upperAs = (latin: string, before: string | undefined, after: string | undefined) =>
  isUpper(after) || (isUpper(before) && (after === undefined || !/\p{L}/u.test(after))) ? latin.toUpperCase() : capitalised(latin)

/**
 * Serbian Cyrillic as Serbian Latin. Exact: every Cyrillic letter has one Latin form, and what is not Serbian Cyrillic stays as it is.
 * A capital digraph follows its neighbours: `Љубав` gives `Ljubav`, `ЉУБАВ` gives `LJUBAV`.
 */
export const toLatin = (text: string): string =>
  Array.from(text, (letter, at) => {
    const latin = latinOf.get(letter.toLowerCase())
    if (latin === undefined) return letter
    return isUpper(letter) ? upperAs(latin, text[at - 1], text[at + 1]) : latin
  }).join('')

/** What stays Latin in Cyrillic text: placeholders, addresses, and words with a letter that Serbian does not have. */
const staysLatin =
  /(?<=\d[\s\u00a0]?)(?:h|min)\b|\{\{[^}]*\}\}|<\/?\d+>|[\w.+-]+@[\w-]+\.[\w.-]+|https?:\/\/\S+|[A-Z]{2}-\d[\d-]*|[\p{L}]*[qwxyQWXY][\p{L}]*/gu

const letterAt = (text: string, at: number): { cyrillic: string; length: number } => {
  const two = text.slice(at, at + 2)
  const digraph = two.length === 2 && !keepsLettersApart(text, at) ? cyrillicOf.get(two.toLowerCase()) : undefined
  const [source, found] = digraph === undefined ? [text.charAt(at), cyrillicOf.get(text.charAt(at).toLowerCase())] : [two, digraph]
  if (found === undefined) return { cyrillic: source, length: 1 }
  return { cyrillic: isUpper(source.charAt(0)) ? found.toUpperCase() : found, length: source.length }
}

const plainToCyrillic = (text: string): string => {
  let result = ''
  for (let at = 0; at < text.length; ) {
    const { cyrillic, length } = letterAt(text, at)
    result += cyrillic
    at += length
  }
  return result
}

/**
 * Serbian Latin as Serbian Cyrillic. `lj`, `nj` and `dž` become one letter except in the words of `letters-apart.ts` (injekcija, nadživeti).
 * Placeholders, addresses, case codes and words with q, w, x or y stay Latin. Combining accents are composed first.
 */
export const toCyrillic = (text: string): string => {
  const composed = text.normalize('NFC')
  let result = ''
  let from = 0
  for (const kept of composed.matchAll(staysLatin)) {
    result += plainToCyrillic(composed.slice(from, kept.index)) + kept[0]
    from = kept.index + kept[0].length
  }
  return result + plainToCyrillic(composed.slice(from))
}

/**
 * A text as search compares it: Latin, lower case, without diacritics (`đ` as `dj`), so that *Djordjevic* finds *Ђорђевић*.
 * Never shown to anybody.
 */
export const foldForSearch = (text: string): string =>
  toLatin(text.normalize('NFC')).toLowerCase().replaceAll('đ', 'dj').normalize('NFD').replace(/\p{M}/gu, '')
