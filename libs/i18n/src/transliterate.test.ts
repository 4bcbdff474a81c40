import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepsLettersApart } from './letters-apart.ts'
import { foldForSearch, toCyrillic, toLatin } from './transliterate.ts'

const letters = [...'абвгдђежзијклљмнњопрстћуфхцчџш']
const lower = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 })
/** Does the Latin of a word read like one of the words in which two letters stay apart? */
const readsApart = (latin: string) => [...latin].some((_, at) => keepsLettersApart(latin, at))
/** In these neighbourhoods Latin cannot say which letters were meant; real words of the kind are in `letters-apart.ts`. */
const unambiguous = lower.filter((word) => !/нј|лј|дж/.test(word) && !readsApart(toLatin(word)))

describe('Cyrillic to Latin', () => {
  it.each([
    ['Ђорђе', 'Đorđe'],
    ['Љубав', 'Ljubav'],
    ['ЉУБАВ', 'LJUBAV'],
    ['ЏЕП', 'DŽEP'],
    ['Њ', 'Nj'],
    ['Центар за социјални рад у Нишу', 'Centar za socijalni rad u Nišu'],
    ['конференција случаја NI-26-014', 'konferencija slučaja NI-26-014'],
  ])('%s is %s', (cyrillic, latin) => expect(toLatin(cyrillic)).toBe(latin))

  it('leaves no Cyrillic letter of Serbian', () => {
    fc.assert(fc.property(lower, (word) => !/\p{Script=Cyrillic}/u.test(toLatin(word))))
  })
})

describe('Latin to Cyrillic', () => {
  it.each([
    ['injekcija', 'инјекција'],
    ['Konjunktura', 'Конјунктура'],
    ['nadživeti', 'надживети'],
    ['njen džep i ljubav', 'њен џеп и љубав'],
    ['DŽEP', 'ЏЕП'],
    ['Nedžad', 'Неџад'],
    ['rok od {{count}} dana', 'рок од {{count}} дана'],
    ['još 24 h i 10 min', 'још 24 h и 10 min'],
    ['NI-26-014', 'NI-26-014'],
    ['pišite na pomoc@primer.rs', 'пишите на pomoc@primer.rs'],
    ['Windows i tekst', 'Windows и текст'],
  ])('%s is %s', (latin, cyrillic) => expect(toCyrillic(latin)).toBe(cyrillic))

  it('takes letters typed with combining accents', () => expect(toCyrillic('nu\u0301z\u030cno'.replace('u\u0301', 'u'))).toBe('нужно'))
})

describe('there and back', () => {
  it('gives the same Cyrillic word', () => {
    fc.assert(fc.property(unambiguous, (word) => toCyrillic(toLatin(word)) === word))
  })

  it('gives the same Latin word', () => {
    fc.assert(fc.property(unambiguous, (word) => toLatin(toCyrillic(toLatin(word))) === toLatin(word)))
  })

  it('keeps the case of the first letter', () => {
    const capital = unambiguous.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).filter((word) => word.length > 1)
    fc.assert(fc.property(capital, (word) => toCyrillic(toLatin(word)) === word))
  })
})

it('reads what is spelt like a word of the list as that word (seed -1604184672)', () => {
  expect(toLatin('Ањоња')).toBe('Anjonja')
  expect(toCyrillic('Anjonja')).toBe('Анјоња')
})

describe('folding for search', () => {
  it.each([
    ['Ђорђевић', 'djordjevic'],
    ['Đorđević', 'djordjevic'],
    ['Djordjevic', 'djordjevic'],
    ['ЧАЧАК', 'cacak'],
    ['Šabac', 'sabac'],
  ])('%s is found as %s', (text, folded) => expect(foldForSearch(text)).toBe(folded))

  it('is the same for both scripts', () => {
    fc.assert(fc.property(lower, (word) => foldForSearch(word) === foldForSearch(toLatin(word))))
  })
})
