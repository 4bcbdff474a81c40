import type { DecisionOfBody, PendingWetInk, Template } from '@mreza/contracts-agreements'
import type { PersonId } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { describe, expect, it } from 'vitest'
import { smallTemplate } from '../template-for-tests.ts'
import type { Agreement, Happened } from './agreement.ts'
import { draftBetween, following, headOf, institutionAt, minute, partyOf, signingOf } from './agreement-for-tests.ts'
import { decideNegotiation, decideOrder, decideParties, decideReady, decideSend } from './decide.ts'
import { decideByClock } from './decide-by-clock.ts'
import {
  decideInvitation,
  decideReplaced,
  decideResume,
  decideReview,
  decideReviewed,
  decideRevokeWithdrawal,
  decideSuspend,
  decideTermination,
  decideWithdrawal,
  mustBeAmendable,
} from './decide-keep.ts'
import { decideConfirmWetInk, decideCouncilStep, decideDecline, decideRejectWetInk, decideSign, decideWetInk } from './decide-sign.ts'
import { nextLook, noticesDue } from './notices.ts'

const refusal = (code: string, field?: string) => expect.objectContaining(field === undefined ? { code } : { code, field })
const someone = () => newId<'PersonId'>() satisfies PersonId
const keeping = (at = minute(30)) => ({ by: someone(), at })
const decision: DecisionOfBody = { number: '06-12/2026', date: '2026-03-02', issuedBy: 'City assembly' }
const decided = (at = minute(30)) => ({ ...keeping(at), reason: 'As decided', decision })
const days = (count: number) => minute(1 + count * 1_440)

const sent = (draft = draftBetween()) => following(draft, decideSend(draft, minute(1)))
const signedBy = (agreement: Agreement, ...places: number[]) =>
  places.reduce((so, place) => following(so, decideSign(so, signingOf(so, place))), agreement)
const inForce = (given: Partial<Template> = {}) => signedBy(sent(draftBetween(undefined, smallTemplate(given))), 0, 1, 2, 3)
const kinds = (happened: readonly Happened[]) => happened.map(({ kind }) => kind)
const states = ({ parties }: Agreement) => parties.map(({ standing }) => standing.state)

describe('negotiation', () => {
  it('AG13: a draft is opened, agreed and sent; while it is negotiated it is not sent, and what is agreed may be opened again', () => {
    const draft = draftBetween()
    const open = following(draft, decideNegotiation(draft, keeping()))
    expect(open.state).toBe('negotiation')
    expect(() => decideSend(open, minute(40))).toThrow(refusal('not-ready-to-send'))
    const ready = following(open, decideReady(open, keeping()))
    expect(ready.state).toBe('ready')
    expect(following(ready, decideNegotiation(ready, keeping())).state).toBe('negotiation')
    expect(following(ready, decideSend(ready, minute(40))).state).toBe('sent')
    expect(() => decideReady(draft, keeping())).toThrow(refusal('not-in-negotiation'))
    expect(() => decideNegotiation(sent(), keeping())).toThrow(refusal('not-a-draft'))
    expect(() => decideParties(ready, [], minute(40))).toThrow(refusal('not-a-draft'))
  })
})

describe('the term for signing', () => {
  it('AG19: is sixty days unless a day is chosen, which is neither over nor more than a year ahead', () => {
    expect(sent().signBy).toBe('2026-05-01T07:01:00.000Z')
    const draft = draftBetween()
    expect(following(draft, decideSend(draft, minute(1), '2026-03-20')).signBy).toBe('2026-03-20T22:59:59.999Z')
    expect(() => decideSend(draft, minute(1), '2026-03-01')).toThrow(refusal('deadline-in-the-past', 'signBy'))
    expect(() => decideSend(draft, minute(1), '2027-03-03')).toThrow(refusal('deadline-too-far', 'signBy'))
  })

  it('AG19: when it is over the agreement lapses, also before a clock has noticed; what was signed stays', () => {
    const agreement = signedBy(sent(), 0, 1)
    expect(decideByClock(agreement, agreement.signBy ?? '')).toEqual([])
    expect(() => decideSign(agreement, signingOf(agreement, 2, days(61)))).toThrow(refusal('not-open-for-signing'))
    expect(() => decideDecline(agreement, headOf(agreement, 2, days(61)), 'Too late')).toThrow(refusal('not-open-for-signing'))
    const lapsed = following(agreement, decideByClock(agreement, days(61)))
    expect(lapsed).toMatchObject({ state: 'lapsed', lapsedAt: days(61), inForceAt: null })
    expect(states(lapsed)).toEqual(['signed', 'signed', 'asked', 'asked', 'asked'])
    expect(decideByClock(lapsed, days(62))).toEqual([])
  })

  it('AG19: who hesitated signs what is in force without a term', () => {
    const agreement = inForce()
    expect(decideByClock(agreement, days(61))).toEqual([])
    expect(kinds(decideSign(agreement, signingOf(agreement, 4, days(61))))).toEqual(['signed'])
  })
})

describe('the order of signing', () => {
  const ordered = () => {
    const draft = draftBetween()
    const at = (place: number) => institutionAt(draft, place)
    const rounds = [
      { name: 'Institutions', partyIds: [at(0), at(1), at(2)] },
      { name: 'City', partyIds: [at(3), at(4)] },
    ]
    return following(draft, decideOrder(draft, rounds, minute(0)))
  }

  it('AG20: the next round is asked when everybody before it has signed or declined', () => {
    let agreement = sent(ordered())
    expect(states(agreement)).toEqual(['asked', 'asked', 'asked', 'named', 'named'])
    expect(() => decideSign(agreement, signingOf(agreement, 3))).toThrow(refusal('not-your-turn'))
    expect(() => decideDecline(agreement, headOf(agreement, 3), 'Not yet')).toThrow(refusal('not-your-turn'))
    agreement = signedBy(agreement, 0, 1)
    expect(states(agreement)).toEqual(['signed', 'signed', 'asked', 'named', 'named'])
    const last = decideDecline(agreement, headOf(agreement, 2, minute(50)), 'For now')
    expect(kinds(last)).toEqual(['declined', 'round-asked'])
    expect(following(agreement, last).parties[3]?.standing).toEqual({ state: 'asked', askedAt: minute(50) })
  })

  it('AG20: each party has exactly one place, and no rounds means all at once', () => {
    const agreement = ordered()
    const [first, ...others] = agreement.parties.map(({ institutionId }) => institutionId)
    const order =
      (...rounds: (typeof others)[]) =>
      () =>
        decideOrder(
          agreement,
          rounds.map((partyIds) => ({ name: 'Round', partyIds })),
          minute(1),
        )
    expect(order(others)).toThrow(refusal('round-without-party', 'rounds'))
    expect(order(others, first === undefined ? [] : [first, ...others.slice(0, 1)])).toThrow(refusal('round-without-party'))
    expect(following(agreement, order()()).parties.map(({ round }) => round)).toEqual([1, 1, 1, 1, 1])
    expect(() => decideOrder(sent(), [], minute(2))).toThrow(refusal('not-a-draft'))
  })
})

describe('councils', () => {
  it('AG24: its yes comes before the signature, with number, day and body; after a no a new decision is needed', () => {
    let agreement = sent()
    const head = headOf(agreement, 0)
    const say = (step: Parameters<typeof decideCouncilStep>[2]) => {
      agreement = following(agreement, decideCouncilStep(agreement, head, step))
    }
    expect(() => decideCouncilStep(agreement, head, { state: 'asked', on: '2026-03-02' })).toThrow(refusal('council-not-needed'))
    say({ state: 'needed' })
    expect(() => decideSign(agreement, signingOf(agreement, 0))).toThrow(refusal('council-not-asked'))
    say({ state: 'asked', on: '2026-03-02' })
    expect(() => decideSign(agreement, signingOf(agreement, 0))).toThrow(refusal('council-not-asked'))
    say({ state: 'decided', yes: false, decision })
    expect(() => decideSign(agreement, signingOf(agreement, 0))).toThrow(refusal('council-said-no'))
    expect(() => say({ state: 'decided', yes: true, decision: { ...decision, date: '2026-03-03' } })).toThrow(
      refusal('decision-in-the-future', 'step.decision.date'),
    )
    say({ state: 'decided', yes: true, decision })
    agreement = signedBy(agreement, 0)
    expect(agreement.parties[0]).toMatchObject({ standing: { state: 'signed' }, council: { state: 'decided', yes: true, decision } })
    expect(() => decideCouncilStep(agreement, head, { state: 'needed' })).toThrow(refusal('already-signed'))
  })
})

describe('signatures on paper', () => {
  const page = (given: Partial<PendingWetInk> = {}): PendingWetInk => ({
    id: newId<'WetInkId'>(),
    pageHash: 'a'.repeat(64),
    mediaType: 'application/pdf',
    signedOn: '2026-03-02',
    signerName: 'Ana Pavlović',
    signerFunction: 'Head',
    entitlement: { as: 'head' },
    recordedBy: someone(),
    recordedAt: minute(20),
    ...given,
  })
  const record = (agreement: Agreement, place: number, wetInk = page()) =>
    decideWetInk(agreement, institutionAt(agreement, place), wetInk, Buffer.from('%PDF-'))

  it('AG23: counts when a second person confirms it, never by the one who recorded it', () => {
    const wetInk = page()
    const agreement = signedBy(sent(), 0, 1, 2)
    const waiting = following(agreement, record(agreement, 3, wetInk))
    expect(waiting.parties[3]).toMatchObject({ wetInk, standing: { state: 'asked' } })
    expect(waiting.state).toBe('sent')
    expect(() => record(waiting, 3)).toThrow(refusal('page-already-waits'))
    expect(() => decideConfirmWetInk(waiting, wetInk.id, wetInk.recordedBy, minute(21))).toThrow(refusal('same-person'))
    const second = someone()
    const confirmed = decideConfirmWetInk(waiting, wetInk.id, second, minute(21))
    expect(kinds(confirmed)).toEqual(['signed', 'came-into-force'])
    expect(following(waiting, confirmed).parties[3]).toMatchObject({
      wetInk: null,
      standing: { state: 'signed', signedBy: null, how: { method: 'wet-ink', recordedBy: wetInk.recordedBy, confirmedBy: second } },
    })
  })

  it('AG23: a page that does not show it leaves the party as it was', () => {
    const wetInk = page()
    const agreement = sent()
    const waiting = following(agreement, record(agreement, 1, wetInk))
    expect(() => decideRejectWetInk(waiting, wetInk.id, wetInk.recordedBy, 'Blank', minute(21))).toThrow(refusal('same-person'))
    const after = following(waiting, decideRejectWetInk(waiting, wetInk.id, someone(), 'Blank', minute(21)))
    expect(after.parties[1]).toMatchObject({ wetInk: null, standing: { state: 'asked' } })
    expect(() => decideConfirmWetInk(after, wetInk.id, someone(), minute(22))).toThrow(refusal('not-found', 'wetInkId'))
  })

  it('AG23: what is dated before the text was frozen, or tomorrow, is refused', () => {
    const agreement = sent()
    expect(() => record(agreement, 1, page({ signedOn: '2026-03-01' }))).toThrow(refusal('signed-before-sending', 'signedOn'))
    expect(() => record(agreement, 1, page({ signedOn: '2026-03-03' }))).toThrow(refusal('decision-in-the-future', 'signedOn'))
  })
})

describe('accession', () => {
  it('AG25: who is invited to a version in force signs the same text, and is not waited for', () => {
    const agreement = inForce()
    const party = partyOf('health', agreement.content)
    const invited = following(agreement, decideInvitation(agreement, party, keeping(minute(40))))
    expect(invited.parties[5]).toMatchObject({ invitedAt: minute(40), standing: { state: 'asked', askedAt: minute(40) } })
    expect(decideByClock(invited, days(400))).toEqual([])
    const acceded = following(invited, decideSign(invited, signingOf(invited, 5, minute(50))))
    expect(acceded.parties[5]?.standing).toMatchObject({ state: 'signed', textHash: agreement.textHash })
    expect(() => decideInvitation(acceded, party, keeping())).toThrow(refusal('already-a-party'))
    expect(() => decideInvitation(sent(), party, keeping())).toThrow(refusal('not-in-force'))
  })
})

describe('withdrawal', () => {
  it('AG7 and AG26: a signature is left by notice, with a reason; the party is bound until it is over and may think better of it', () => {
    const agreement = inForce()
    const head = headOf(agreement, 2, minute(60))
    const leaving = following(agreement, decideWithdrawal(agreement, head, 'We merge'))
    expect(leaving.parties[2]?.standing).toMatchObject({ state: 'withdrawing', signedAt: minute(10), endsAt: minute(60 + 1_440) })
    expect(() => decideWithdrawal(leaving, head, 'Again')).toThrow(refusal('already-withdrawing'))
    expect(() => decideWithdrawal(agreement, headOf(agreement, 4), 'Never signed')).toThrow(refusal('not-signed'))
    expect(() => decideDecline(leaving, head, 'And decline')).toThrow(refusal('already-signed'))
    expect(decideByClock(leaving, minute(60 + 1_439))).toEqual([])
    expect(states(following(leaving, decideRevokeWithdrawal(leaving, headOf(leaving, 2, minute(70)))))[2]).toBe('signed')
    expect(() => decideRevokeWithdrawal(leaving, headOf(leaving, 2, days(9)))).toThrow(refusal('not-withdrawing'))
  })

  it('AG26: when enough are left it goes on; when too few are, it ends', () => {
    const whole = signedBy(inForce(), 4)
    const [four, two] = [4, 2].map((place) => following(whole, decideWithdrawal(whole, headOf(whole, place, minute(60)), 'We leave')))
    const still = four && following(four, decideByClock(four, days(2)))
    expect(still).toMatchObject({ state: 'in-force' })
    expect(still?.parties[4]?.standing).toMatchObject({ state: 'withdrawn', withdrawnAt: days(2), signedAt: minute(10) })
    expect(two && kinds(decideByClock(two, days(2)))).toEqual(['party-withdrew'])
    const both = still && following(still, decideWithdrawal(still, headOf(still, 2, days(3)), 'We too'))
    const ended = both && following(both, decideByClock(both, days(5)))
    expect(ended).toMatchObject({ state: 'ended', endedWhy: 'too-few-parties' })
  })
})

describe('keeping', () => {
  it('AG27: only what binds is amended, and by one amendment at a time', () => {
    const agreement = inForce()
    expect(() => mustBeAmendable(agreement)).not.toThrow()
    expect(() => mustBeAmendable({ ...agreement, amendment: newId<'AgreementId'>() })).toThrow(refusal('already-being-amended'))
    expect(() => mustBeAmendable(sent())).toThrow(refusal('not-in-force'))
  })

  it('AG28: a review leaves it in force, and the next one is counted from its end', () => {
    const agreement = inForce()
    expect(agreement.reviewDueAt).toBe('2027-03-02T08:10:00.000Z')
    const reviewed = following(agreement, decideReview(agreement, { ...keeping(days(300)), reason: 'A year of work' }))
    expect(reviewed.state).toBe('under-review')
    expect(kinds(decideSign(reviewed, signingOf(reviewed, 4)))).toEqual(['signed'])
    const kept = following(reviewed, decideReviewed(reviewed, { ...keeping(days(310)), reason: 'It works', outcome: 'keep' }))
    expect(kept).toMatchObject({ state: 'in-force', reviewDueAt: '2028-01-06T08:01:00.000Z' })
    expect(() => decideReviewed(kept, { ...keeping(), reason: 'Again', outcome: 'keep' })).toThrow(refusal('not-under-review'))
  })

  it('AG29: it is suspended and resumed on a decision that was made', () => {
    const agreement = inForce()
    const still = following(agreement, decideSuspend(agreement, decided(minute(60))))
    expect(still).toMatchObject({ state: 'suspended', suspendedAt: minute(60) })
    expect(() => decideSuspend(still, decided())).toThrow(refusal('not-in-force'))
    expect(following(still, decideResume(still, decided()))).toMatchObject({ state: 'in-force', suspendedAt: null })
    expect(() => decideResume(agreement, decided())).toThrow(refusal('not-suspended'))
    const tomorrow = { ...decided(), decision: { ...decision, date: '2026-03-03' } }
    expect(() => decideSuspend(agreement, tomorrow)).toThrow(refusal('decision-in-the-future', 'decision.date'))
    expect(decideReplaced(still, minute(90))).toEqual([{ kind: 'ended', at: minute(90), why: 'replaced' }])
  })

  it('AG30: it ends by a decision of its parties, or when its duration is over, suspended or not', () => {
    const agreement = inForce({ duration: { amount: 10, unit: 'day' } })
    expect(following(agreement, decideTermination(agreement, decided(minute(60))))).toMatchObject({
      state: 'ended',
      endedWhy: 'terminated',
    })
    expect(() => decideTermination(sent(), decided())).toThrow(refusal('not-in-force'))
    const still = following(agreement, decideSuspend(agreement, decided()))
    for (const one of [agreement, still]) {
      expect(decideByClock(one, days(10))).toEqual([])
      expect(decideByClock(one, days(11))).toEqual([{ kind: 'ended', at: days(11), why: 'expired' }])
    }
  })
})

describe('what is told in time', () => {
  const due = (agreement: Agreement, at: string, given: string[] = []) => noticesDue(agreement, at, new Set(given))

  it('AG28: who is asked is reminded on days 7, 14 and 28 and never again; who answered is not', () => {
    const agreement = signedBy(sent(), 0, 1, 2)
    const asked = institutionAt(agreement, 3)
    const reminders = (at: string, given?: string[]) =>
      due(agreement, at, given).tell.flatMap(({ what }) => (what.kind === 'reminder' ? [what] : []))
    expect(reminders(days(6))).toEqual([])
    expect(reminders(days(7))).toContainEqual({ kind: 'reminder', institutionId: asked, reminder: 1 })
    expect(reminders(days(7))).toHaveLength(2)
    const all = [1, 2, 3].flatMap((reminder) => [3, 4].map((place) => `reminder/${institutionAt(agreement, place)}/${reminder}`))
    expect(reminders(days(56), all)).toEqual([])
  })

  it('AG28: after an outage the latest reminder alone is told', () => {
    const agreement = signedBy(sent(), 0, 1, 2)
    const reminders = (count: number) => [3, 4].map((place) => `reminder/${institutionAt(agreement, place)}/${count}`)
    const { tell, skip } = due(agreement, days(20))
    expect(tell.map(({ key }) => key)).toEqual(reminders(2))
    expect(skip.map(({ key }) => key)).toEqual(reminders(1))
  })

  it('AG28: the end of the term, of the duration, and a review are told in time', () => {
    expect(due(sent(), days(57)).tell.map(({ what }) => what.kind)).toContain('signing-soon')
    const agreement = inForce({ duration: { amount: 2, unit: 'year' } })
    expect(due(agreement, days(364)).tell).toEqual([])
    expect(due(agreement, days(366)).tell.map(({ what }) => what.kind)).toEqual(['review-due'])
    expect(due(agreement, days(700)).tell.map(({ what }) => what.kind)).toEqual(['expiring-soon', 'review-due'])
  })

  it('AG28: a clock sleeps until the next moment', () => {
    const agreement = sent()
    expect(nextLook(agreement, minute(2))).toBe(days(7))
    expect(nextLook(agreement, days(7))).toBe(days(14))
    expect(nextLook(agreement, days(29))).toBe('2026-04-28T07:01:00.000Z')
    expect(nextLook(inForce(), minute(60))).toBe('2027-03-02T08:10:00.000Z')
    expect(nextLook(draftBetween(), minute(60))).toBeNull()
  })
})
