import { expect, it } from 'vitest'
import { factsOf } from './facts-of.ts'

it('DI1: facts within facts get dotted names, lists one line; what is not stated is left out', () => {
  expect(factsOf({ seat: 'Belgrade', founded: { year: 2012, month: null }, aliasesEn: ['A', 'B'], note: null })).toEqual([
    { name: 'seat', value: 'Belgrade' },
    { name: 'founded.year', value: '2012' },
    { name: 'aliasesEn', value: 'A, B' },
  ])
})
