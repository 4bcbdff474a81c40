import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conferenceRule } from '../city-for-tests.ts'
import { latestConference, mandatorySectors, mayBecome, missingSectors, quorumOf } from './conference.ts'

const invitation = (
  sector: 'police' | 'education' | 'social-welfare' | 'health',
  attendance: 'present' | 'by-telephone' | 'absent' | 'not-recorded',
) => ({ sector, attendance })

describe('conferences', () => {
  it('CF18 a sector that is mandatory for a child is not for an adult', () => {
    expect(mandatorySectors(conferenceRule, true)).toEqual(['social-welfare', 'police', 'education'])
    expect(mandatorySectors(conferenceRule, false)).toEqual(['social-welfare', 'police'])
    expect(missingSectors(['police', 'health'], ['health', 'education'])).toEqual(['police'])
  })

  it('CF18 the latest moment counts from the moment that the rule names', () => {
    expect(latestConference(conferenceRule, false, new Map([['case-opened', '2026-03-24T10:00:00.000Z']]))).toBe('2026-03-27T10:00:00.000Z')
    expect(latestConference(conferenceRule, false, new Map())).toBeNull()
  })

  it('CF21 the quorum counts mandatory sectors, each once, also by telephone', () => {
    const there = [
      invitation('police', 'present'),
      invitation('police', 'present'),
      invitation('health', 'present'),
      invitation('education', 'by-telephone'),
    ]
    expect(quorumOf(['police', 'education', 'social-welfare'], 3, there)).toMatchObject({
      present: ['police', 'education'],
      reached: false,
    })
    expect(quorumOf(['police', 'education'], 4, there)).toMatchObject({ needed: 2, reached: true })
  })

  it('CF21 who comes never takes a quorum away', () => {
    const someone = fc.record({
      sector: fc.constantFrom('police', 'education', 'health'),
      attendance: fc.constantFrom('present', 'absent', 'by-telephone'),
    }) as fc.Arbitrary<ReturnType<typeof invitation>>
    fc.assert(
      fc.property(fc.array(someone), someone, fc.nat(3), (before, more, atLeast) => {
        const mandatory = ['police', 'education'] as const
        return !quorumOf(mandatory, atLeast, before).reached || quorumOf(mandatory, atLeast, [...before, more]).reached
      }),
    )
  })

  it('CF24 states come in order', () => {
    expect(mayBecome('scheduled', 'under-way')).toBe(true)
    expect(mayBecome('scheduled', 'closed')).toBe(false)
    expect(mayBecome('closed', 'under-way')).toBe(false)
    expect(mayBecome('cancelled', 'scheduled')).toBe(false)
  })
})
