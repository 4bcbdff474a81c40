import { describe, expect, expectTypeOf, it } from 'vitest'
import type { TextKey } from './catalogues.ts'
import { localized } from './localized.ts'
import { loadTexts, textForCode, textsOf } from './texts.ts'

describe('texts', () => {
  it('a catalogue that was not fetched is a mistake of the caller', () => expect(() => textsOf('en', 'tracker')).toThrow(RangeError))

  it.each([
    [1, '1 rezultat'],
    [2, '2 rezultata'],
    [5, '5 rezultata'],
    [21, '21 rezultat'],
    [1234, '1234 rezultata'],
    [12_340, '12.340 rezultata'],
  ])('counts %i as Serbian does', async (count, said) => {
    await loadTexts('sr-Latn', 'shell')
    expect(textsOf('sr-Latn', 'shell')('search.found', { count })).toBe(said)
  })

  it('does not change what people typed', async () => {
    await loadTexts('en', 'shell')
    expect(textsOf('en', 'shell')('search.nothing', { words: '<b>&' })).toContain('<b>&')
  })

  it('knows a code from one that it does not have', async () => {
    await loadTexts('sr-Cyrl', 'refusals')
    expect(textForCode('sr-Cyrl', 'refusals', 'refusal.not-found')).toBe('Ово не постоји или вам није отворено.')
    expect(textForCode('sr-Cyrl', 'refusals', 'refusal.of-tomorrow')).toBeUndefined()
  })

  it('a key that is not there does not compile; a plural is asked for by its base', () => {
    expectTypeOf<'search.found'>().toExtend<TextKey<'shell'>>()
    expectTypeOf<'search.found_one'>().not.toExtend<TextKey<'shell'>>()
    expectTypeOf<'search.fond'>().not.toExtend<TextKey<'shell'>>()
  })
})

describe('texts of the data', () => {
  const name = { en: 'Red Cross Niš', srLatn: 'Crveni krst Niš', srCyrl: null }
  it('a missing Cyrillic form is made from the Latin one', () =>
    expect(localized(name, 'sr-Cyrl')).toEqual({ text: 'Црвени крст Ниш', lang: 'sr-Cyrl' }))
  it('without any Serbian the English stands and says so', () =>
    expect(localized({ en: 'Youth Office', srLatn: null, srCyrl: null }, 'sr-Latn')).toEqual({ text: 'Youth Office', lang: 'en' }))
})
