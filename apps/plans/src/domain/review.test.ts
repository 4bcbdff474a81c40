import { describe, expect, test } from 'vitest'
import { momentToAnnounce, reviewsAfter } from './review.ts'

const dates = (approvedAt: string) => Object.fromEntries(reviewsAfter(approvedAt).map(({ standard, dueOn }) => [standard, dueOn]))

describe('PL21: when an approved plan is looked at again', () => {
  test('PL21: two and six calendar months, and at the end of a month the last day of a shorter one', () => {
    expect(dates('2026-03-24T12:00:00.000Z')).toEqual({ programme: '2026-05-24', law: '2026-09-24' })
    expect(dates('2026-12-31T12:00:00.000Z')).toEqual({ programme: '2027-02-28', law: '2027-06-30' })
    expect(dates('2027-12-31T12:00:00.000Z')).toEqual({ programme: '2028-02-29', law: '2028-06-30' })
    expect(dates('2026-08-31T12:00:00.000Z')).toEqual({ programme: '2026-10-31', law: '2027-02-28' })
  })

  test('PL21: the day is the one in the network’s time zone', () => {
    expect(dates('2026-01-31T23:30:00.000Z')).toEqual({ programme: '2026-04-01', law: '2026-08-01' })
  })

  test('PL21: said a week before and on the day, once each; who hears of the day need not hear that it was near', () => {
    const [programme] = reviewsAfter('2026-03-08T12:00:00.000Z')
    const given = { dueOn: '2026-05-08', soonOn: '2026-05-01' }
    expect(programme).toMatchObject(given)
    const say = (today: string, soonAnnounced = false, todayAnnounced = false) =>
      momentToAnnounce({ ...given, soonAnnounced, todayAnnounced }, today)
    expect(say('2026-04-30')).toBe(null)
    expect(say('2026-05-01')).toBe('soon')
    expect(say('2026-05-07')).toBe('soon')
    expect(say('2026-05-07', true)).toBe(null)
    expect(say('2026-05-08', true)).toBe('today')
    expect(say('2026-06-20')).toBe('today')
    expect(say('2026-06-20', false, true)).toBe(null)
  })
})
