import type { EvidenceFacts, ObligationTemplate } from '@mreza/contracts-agreements'
import type { Instant } from '@mreza/contracts-kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallTemplate } from '../../template-for-tests.ts'
import { draftBetween, following, headOf } from '../agreement-for-tests.ts'
import { decideDispute, decideEvidence, decideSettlement, decideWaiver } from './decide.ts'
import { isEnough, latestFigure } from './evidence.ts'
import type { Clause, Term } from './obligation.ts'
import { owedUnder } from './owed.ts'
import { periodOf } from './schedule.ts'
import { nextLook, rungsToRemind, stateOf } from './standing.ts'

const words = { en: 'x', srLatn: 'x', srCyrl: 'x' }
const begins = '2026-01-31T09:00:00.000Z'
const monthly: Clause = { due: { recurring: { times: 1, every: { amount: 1, unit: 'month' } } } }
const yearly: Clause = { due: { recurring: { times: 1, every: { amount: 1, unit: 'year' } } } }
const sixBeds: Clause = { ...monthly, promised: { amount: 6, unit: words } }
const document: EvidenceFacts = { kind: 'document', title: 'Report', number: null, on: '2026-01-31' }
const figure = (value: number): EvidenceFacts => ({ kind: 'figure', value, note: null })

const termOf = (clause: Clause, change: Partial<Term> = {}): Term => ({
  ...(periodOf(clause, begins, 1) ?? { number: 1, startsAt: begins, dueAt: begins }),
  keptAt: null,
  waivedAt: null,
  dispute: null,
  evidence: [],
  ...change,
})
const daysFrom = (moment: Instant, days: number): Instant => new Date(Date.parse(moment) + days * 86_400_000).toISOString()

describe('when an obligation falls due', () => {
  it('AG40: what is owed once has one term', () => {
    const once: Clause = { due: { once: { amount: 30, unit: 'day' } } }
    expect(periodOf(once, begins, 1)).toEqual({ number: 1, startsAt: begins, dueAt: '2026-03-02T09:00:00.000Z' })
    expect(periodOf(once, begins, 2)).toBeNull()
  })

  it('AG40: terms follow each other without a gap and do not drift, whatever the length of the months', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
        fc.constantFrom<'day' | 'month' | 'year'>('day', 'month', 'year'),
        fc.integer({ min: 1, max: 6 }),
        (from, unit, amount) => {
          const clause: Clause = { due: { recurring: { times: 1, every: { amount, unit } } } }
          const terms = [1, 2, 3, 4, 5].map((number) => periodOf(clause, from.toISOString(), number))
          for (const [at, term] of terms.entries()) {
            if (at > 0) expect(term?.startsAt).toBe(terms[at - 1]?.dueAt)
            expect(Date.parse(term?.dueAt ?? '')).toBeGreaterThan(Date.parse(term?.startsAt ?? ''))
          }
        },
      ),
    )
    expect(periodOf(monthly, begins, 2)?.dueAt).toBe('2026-03-31T08:00:00.000Z')
  })

  const clause: ObligationTemplate = {
    id: 'beds' as ObligationTemplate['id'],
    party: 'police',
    what: words,
    measure: words,
    evidence: words,
    due: monthly.due,
    articleNumber: 1,
  }
  const content = { ...smallTemplate(), obligations: [clause] }

  it('AG40: only bound parties owe, those who signed later from their own signature, nobody under what does not bind', () => {
    const draft = draftBetween(['social-welfare', 'police', 'education', 'health', 'police'], content)
    const at = '2026-02-02T10:00:00.000Z'
    const later = '2026-04-01T10:00:00.000Z'
    const signedBy = (place: number, when: Instant) => {
      const { institutionId, by } = headOf(draft, place)
      return (party: (typeof draft.parties)[number]): (typeof draft.parties)[number] =>
        party.institutionId !== institutionId
          ? party
          : {
              ...party,
              standing: {
                state: 'signed',
                askedAt: begins,
                signedAt: when,
                signedBy: by,
                textHash: 'a'.repeat(64),
                entitlement: { as: 'head' },
                how: { method: 'recorded', confirmedBy: null },
              },
            }
    }
    const bound = {
      ...following(draft, []),
      state: 'in-force' as const,
      inForceAt: at,
      parties: draft.parties.map(signedBy(1, begins)).map(signedBy(4, later)),
    }
    const owed = owedUnder(bound)
    expect(owed.map(({ institutionId, beginsAt }) => [institutionId, beginsAt])).toEqual([
      [draft.parties[1]?.institutionId, at],
      [draft.parties[4]?.institutionId, later],
    ])
    expect(owedUnder({ ...bound, state: 'ended' })).toEqual([])
    expect(owedUnder({ ...bound, state: 'sent', inForceAt: null })).toEqual([])
  })
})

describe('how a term stands', () => {
  const term = termOf(yearly)
  const at = (days: number) => stateOf(term, daysFrom(term.dueAt, days))

  it('AG41: not due, due 14 days before, late on its day, broken 60 days after it', () => {
    expect([at(-15), at(-14), at(0), at(59), at(60)]).toEqual(['not-due', 'due', 'late', 'late', 'broken'])
  })

  it('AG41: a short term is called due at its half, not before', () => {
    const short = termOf({ due: { recurring: { times: 1, every: { amount: 10, unit: 'day' } } } })
    expect(stateOf(short, daysFrom(short.startsAt, 4))).toBe('not-due')
    expect(stateOf(short, daysFrom(short.startsAt, 5))).toBe('due')
  })

  it('AG41: kept, disputed and waived do not change with time', () => {
    const always = [-400, -1, 0, 90, 4000]
    const keptAt = begins
    for (const days of always) {
      const now = daysFrom(term.dueAt, days)
      expect(stateOf({ ...term, keptAt }, now)).toBe('kept')
      expect(stateOf({ ...term, keptAt, dispute: { settled: null } }, now)).toBe('disputed')
      expect(stateOf({ ...term, waivedAt: begins }, now)).toBe('waived')
    }
  })

  it('AG43: each rung is climbed once and in order, and whoever looks whenever the next look says misses none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 20 }), (delays) => {
        const reminded: string[] = []
        const sure = { ...term }
        let now: Instant | null = term.startsAt
        const late = [...delays]
        while (now !== null) {
          const seen: Instant = daysFrom(now, late.shift() ?? 0)
          reminded.push(...rungsToRemind(sure, reminded as never, seen))
          now = nextLook(sure, seen)
        }
        expect(reminded).toEqual(['owner', 'head', 'coordinator', 'steering-group'])
      }),
    )
  })

  it('AG43: nobody is reminded of what is kept, disputed or waived', () => {
    const now = daysFrom(term.dueAt, 40)
    for (const settled of [{ keptAt: begins }, { waivedAt: begins }, { keptAt: begins, dispute: { settled: null } }])
      expect(rungsToRemind({ ...term, ...settled }, [], now)).toEqual([])
  })
})

describe('what keeps a term', () => {
  const now = '2026-02-10T09:00:00.000Z'

  it('AG44: as many documents as the clause asks for in a period', () => {
    const twice: Clause = { due: { recurring: { times: 2, every: { amount: 1, unit: 'month' } } } }
    expect(isEnough(monthly, [document])).toBe(true)
    expect(isEnough(twice, [document])).toBe(false)
    expect(isEnough(twice, [document, document])).toBe(true)
  })

  it('AG44: six beds are promised; five are not six, and a document is no bed', () => {
    const term = termOf(sixBeds)
    expect(decideEvidence(sixBeds, term, figure(5), now)).toEqual({ keptAt: null })
    expect(decideEvidence(sixBeds, term, document, now)).toEqual({ keptAt: null })
    expect(decideEvidence(sixBeds, term, figure(6), now)).toEqual({ keptAt: now })
    const kept = { ...term, keptAt: begins, evidence: [figure(6)] }
    expect(decideEvidence(sixBeds, kept, figure(0), now)).toEqual({ keptAt: null })
    expect(latestFigure(sixBeds, [figure(6), figure(0)])).toEqual({ value: 0, of: 6 })
  })

  it('AG44: what Mreža sees itself is not reported, and only all of it in time is enough', () => {
    const seen: Clause = { ...monthly, observes: 'conference-held-in-time' }
    expect(() => decideEvidence(seen, termOf(seen), document, now)).toThrow('mreza-counts-this')
    const observed = (met: number, of: number): EvidenceFacts => ({ kind: 'observed', met, of })
    expect(decideEvidence(seen, termOf(seen), observed(9, 11), now)).toEqual({ keptAt: null })
    expect(decideEvidence(seen, termOf(seen), observed(11, 11), now)).toEqual({ keptAt: now })
    expect(decideEvidence(seen, termOf(seen), observed(0, 0), now)).toEqual({ keptAt: now })
    expect(latestFigure(seen, [observed(9, 11)])).toEqual({ value: 9, of: 11 })
  })

  it('AG44: no evidence for a term that has not begun or was waived, nor of a day to come', () => {
    const term = termOf(monthly)
    expect(() => decideEvidence(monthly, term, document, daysFrom(term.startsAt, -1))).toThrow('term-not-begun')
    expect(() => decideEvidence(monthly, { ...term, waivedAt: begins }, document, now)).toThrow('term-is-waived')
    expect(() => decideEvidence(monthly, term, { ...document, on: '2026-02-11' }, now)).toThrow('decision-in-the-future')
  })

  it('AG45: only what counts as kept is disputed, and the settlement says whether it stays so', () => {
    const kept = termOf(monthly, { keptAt: begins, evidence: [document] })
    expect(() => decideDispute(termOf(monthly), now)).toThrow('nothing-to-dispute')
    expect(() => decideDispute(kept, now)).not.toThrow()
    const disputed = { ...kept, dispute: { settled: null } }
    expect(decideSettlement(disputed, 'kept', now)).toEqual({ keptAt: begins })
    expect(decideSettlement(disputed, 'not-kept', now)).toEqual({ keptAt: null })
    expect(() => decideSettlement(kept, 'kept', now)).toThrow('nothing-to-settle')
  })

  it('AG46: what is kept is not waived', () => {
    expect(() => decideWaiver(termOf(monthly, { keptAt: begins }), now)).toThrow('already-kept')
    expect(() => decideWaiver(termOf(monthly), now)).not.toThrow()
  })
})
