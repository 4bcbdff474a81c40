import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blindIndex } from './blind-index.ts'
import { foldName } from './fold-name.ts'

describe('one form for all the ways in which a name is written', () => {
  test.for([
    ['Đorđe Šćepanović', 'ЂОРЂЕ  Шћепановић', 'djordje scepanovic', ' Djordje\tŠćepanović '],
    ['Ljiljana Njegovan', 'Љиљана Његован', 'LJILJANA NJEGOVAN', 'Ǉiǉana ǋegovan'],
    ['Džemila Čavić-Žarić', 'Џемила Чавић Жарић', 'dzemila cavic zaric', 'Dz\u030cemila C\u030cavic\u0301–Žarić'],
    ['Хуанита О’Нил', 'Huanita O Nil', "huanita o'nil"],
  ])('%s', (ways) => {
    expect(new Set(ways.map(foldName)).size).toBe(1)
  })

  test('different names stay different', () => {
    const names = ['Jovan', 'Jovana', 'Ivan', 'Ivana', 'Živan', 'Šiban', 'Ana', 'Hana', 'Ana Marija', 'Anamarija']
    expect(new Set(names.map(foldName)).size).toBe(names.length)
  })

  test('folding again changes nothing, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name))
      }),
      { numRuns: 3_000, examples: [['İstanbul'], ['ǅ'], ['ﬁ'], ['Ѓ'], ['Ђ\u0301']] },
    )
  })
})

describe('the blind index', () => {
  const key = Buffer.alloc(32, 1)
  test('is the same for the same name only, key and kind of field', () => {
    const index = (name: string, kind?: string, with_ = key) => blindIndex(with_, foldName(name), kind).toString('hex')
    expect(index('Ђорђе')).toBe(index('djordje'))
    expect(new Set([index('Ђорђе'), index('Jovan'), index('Ђорђе', 'mother'), index('Ђорђе', '', Buffer.alloc(32, 2))]).size).toBe(4)
  })

  test('tells kind and value apart whatever they contain', () => {
    expect(blindIndex(key, 'b:c', 'a').equals(blindIndex(key, 'c', 'a:b'))).toBe(false)
  })
})
