import { describe, expect, it } from 'vitest'
import { type FigureId, figuresOf, shown, yearOf } from './figures.ts'

const ids: FigureId[] = ['referrals-sent', 'cases-opened', 'conferences-held', 'clocks-met', 'clocks-broken']

describe('figures', () => {
  it('MO4 hide 1 to 4 and say that they do', () => {
    for (const counted of [1, 2, 3, 4]) expect(shown('cases-opened', counted)).toEqual({ id: 'cases-opened', value: null, hidden: true })
  })

  it('MO4 show zero as zero and 5 and more as they are', () => {
    for (const counted of [0, 5, 6, 4821])
      expect(shown('cases-opened', counted)).toEqual({ id: 'cases-opened', value: counted, hidden: false })
  })

  it('MO4 what nobody counted is "not reported", which is neither zero nor hidden', () => {
    expect(figuresOf(new Map(), false)).toEqual(ids.map((id) => ({ id, value: null, hidden: false })))
    expect(figuresOf(new Map([['clocks-met', 7]]), true)).toEqual(
      ids.map((id) => ({ id, value: id === 'clocks-met' ? 7 : 0, hidden: false })),
    )
  })

  it('count by the calendar year of the networks, which begins before that of Greenwich', () => {
    expect(yearOf(new Date('2026-12-31T22:59:59.999Z'))).toBe(2026)
    expect(yearOf(new Date('2026-12-31T23:00:00.000Z'))).toBe(2027)
  })
})
