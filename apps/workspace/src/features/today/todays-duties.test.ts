import type { CaseSummary, ConferenceSummary, ReferralSummary } from '@mreza/contracts-conferences'
import type { PersonId } from '@mreza/contracts-kernel'
import { describe, expect, it } from 'vitest'
import { type Duties, firstOf, howMany, toAnswer, toCome } from './todays-duties.ts'

const me = 'me' as PersonId
const nothing: Duties = { referrals: [], cases: [], conferences: [], tasks: [], signatures: [] }
const referral = (dueAt: string) => ({ id: dueAt, clock: { dueAt, state: 'ontime' } }) as ReferralSummary
const led = (dueAt: string, manager: string) =>
  ({ id: dueAt, caseManagerId: manager, firstClock: { dueAt, state: 'ontime' } }) as CaseSummary
const conference = (state: ConferenceSummary['state'], answer: 'waiting' | 'accepted' | 'declined' | null) =>
  ({
    id: `${state}${answer}`,
    state,
    startsAt: '2026-03-24T12:00:00Z',
    myInvitation: answer === null ? null : { answer: { answer } },
  }) as ConferenceSummary

describe('what is mine to do today', () => {
  it('puts first what falls due first, and a signature after everything that has a time', () => {
    const signature = { id: 'a' } as Duties['signatures'][number]
    const duties = {
      ...nothing,
      referrals: [referral('2026-03-25T10:00:00Z')],
      cases: [led('2026-03-24T10:00:00Z', me)],
      signatures: [signature],
    }
    expect(firstOf(duties, me)).toMatchObject({ kind: 'case' })
    expect(firstOf({ ...nothing, signatures: [signature] }, me)).toMatchObject({ kind: 'signature' })
    expect(firstOf(nothing, me)).toBeUndefined()
  })

  it('counts the cases that I lead and not those that others lead', () => {
    expect(howMany({ ...nothing, cases: [led('2026-03-24T10:00:00Z', me), led('2026-03-24T10:00:00Z', 'another')] }, me)).toBe(1)
  })

  it('asks for answers once, keeps what is to come, and leaves out what was declined', () => {
    const all = [
      conference('scheduled', 'waiting'),
      conference('scheduled', 'accepted'),
      conference('scheduled', 'declined'),
      conference('under-way', null),
    ]
    expect(toAnswer(all).map(({ id }) => id)).toEqual(['scheduledwaiting'])
    expect(toCome(all).map(({ id }) => id)).toEqual(['scheduledaccepted', 'under-waynull'])
  })

  it('never says that nothing waits while it names something first', () => {
    const duties = { ...nothing, conferences: [conference('under-way', null)] }
    expect(firstOf(duties, me)).toMatchObject({ kind: 'conference' })
    expect(howMany(duties, me)).toBe(1)
  })
})
