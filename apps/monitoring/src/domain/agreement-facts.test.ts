import { newId } from '@mreza/db'
import { seedOf } from '@mreza/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { about, institution, minute } from '../facts-for-tests.ts'
import { type AgreementFacts, mergeFacts } from './agreement-facts.ts'
import { factsOf } from './facts-of.ts'
import { trackedAgreement } from './tracked-agreement.ts'

const agreementId = newId<'AgreementId'>()
const networkId = newId<'NetworkId'>()
const [police, school, centre] = [institution(), institution(), institution()]
const at = (count: number) => about(agreementId, networkId, minute(count))

const sent = (count: number, partyIds = [police, school, centre]) => factsOf.sent({ ...at(count), partyIds })
const signed = (count: number, institutionId = police) => factsOf.signed({ ...at(count), institutionId, method: 'recorded' })
const declined = (count: number, institutionId = police) => factsOf.declined({ ...at(count), institutionId })
const inForce = (count: number) => factsOf.cameIntoForce({ ...at(count), templateId: 'protocol', partyIds: [police], amends: null })
const ended = (count: number) => factsOf.ended({ ...at(count), why: 'replaced' })

const all = (first: AgreementFacts, ...others: AgreementFacts[]) => others.reduce(mergeFacts, first)
const partyOf = (facts: AgreementFacts, institutionId = police) =>
  trackedAgreement(facts)?.parties.find((party) => party.institutionId === institutionId)

describe('where a party stands', () => {
  it('MO2 waits since it was asked, signed or declined at a time', () => {
    const facts = all(sent(1), signed(5, police), declined(6, school))
    expect(partyOf(facts, police)).toEqual({ institutionId: police, state: 'signed', since: minute(5) })
    expect(partyOf(facts, school)).toEqual({ institutionId: school, state: 'declined', since: minute(6) })
    expect(partyOf(facts, centre)).toEqual({ institutionId: centre, state: 'waiting', since: minute(1) })
  })

  it('MO2 who was never asked is not a party', () => {
    expect(partyOf(sent(1, [police]), school)).toBeUndefined()
  })

  it('MO2 the latest thing counts: declined, thought it over, signed', () => {
    expect(partyOf(all(sent(1), declined(5), declined(8)))).toMatchObject({ state: 'declined', since: minute(8) })
    expect(partyOf(all(sent(1), declined(5), signed(9)))).toMatchObject({ state: 'signed', since: minute(9) })
    expect(partyOf(all(sent(1), declined(5), signed(5)))).toMatchObject({ state: 'signed', since: minute(5) })
    expect(partyOf(all(sent(1), signed(5), declined(9)))).toMatchObject({ state: 'declined', since: minute(9) })
  })
})

describe('an agreement in the tracker', () => {
  it('says when it was sent and came into force', () => {
    expect(trackedAgreement(sent(1))).toMatchObject({ state: 'sent', sentAt: minute(1), inForceAt: null })
    expect(trackedAgreement(all(sent(1), inForce(7)))).toMatchObject({ state: 'in-force', sentAt: minute(1), inForceAt: minute(7) })
  })

  it('MO7 is not shown before we know that it was sent, nor after it has ended', () => {
    expect(trackedAgreement(all(signed(5), inForce(7)))).toBeUndefined()
    expect(trackedAgreement(all(sent(1), inForce(7), ended(9)))).toBeUndefined()
  })

  it('MO1 keeps neither who acted nor who was told', () => {
    const data = { ...at(1), partyIds: [police] }
    const kept = JSON.stringify([factsOf.sent(data), [...factsOf.sent(data).parties]])
    expect(kept).not.toContain(data.actorId)
    expect(kept).not.toContain(data.audience.personIds[0])
  })
})

const party = fc.constantFrom(police, school, centre)
const moment = fc.integer({ min: 0, max: 20 })
const fact = fc.oneof(
  fc.tuple(moment, fc.subarray([police, school, centre])).map(([count, parties]) => sent(count, parties)),
  fc.tuple(moment, party).map(([count, who]) => signed(count, who)),
  fc.tuple(moment, party).map(([count, who]) => declined(count, who)),
  moment.map(inForce),
  moment.map(ended),
)
const facts = fc.array(fact, { minLength: 1, maxLength: 10 })
const merged = (list: readonly AgreementFacts[]) => {
  const [first, ...others] = list
  if (first === undefined) throw new Error('nothing to merge')
  return all(first, ...others)
}
const outcome = (list: readonly AgreementFacts[]) => ({ known: merged(list), shown: trackedAgreement(merged(list)) })

describe('late and repeated events', () => {
  it('MO3 change nothing, in any order and any number', () => {
    const arrivals = facts.chain((news) =>
      fc.record({ news: fc.constant(news), again: fc.array(fc.constantFrom(...news)) }).chain(({ again }) =>
        fc.record({
          news: fc.constant(news),
          arriving: fc.shuffledSubarray([...news, ...again], { minLength: news.length + again.length }),
        }),
      ),
    )
    const property = fc.property(arrivals, ({ news, arriving }) => {
      expect(outcome(arriving)).toEqual(outcome(news))
    })
    fc.assert(property, { seed: seedOf('facts in any order'), numRuns: 500 })
  })

  it('MO3 do not depend on how they are gathered', () => {
    const property = fc.property(facts, facts, facts, (one, two, three) => {
      const [a, b, c] = [merged(one), merged(two), merged(three)]
      expect(mergeFacts(mergeFacts(a, b), c)).toEqual(mergeFacts(a, mergeFacts(b, c)))
    })
    fc.assert(property, { seed: seedOf('facts gathered'), numRuns: 200 })
  })
})
