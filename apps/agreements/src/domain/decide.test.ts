import { describe, expect, it } from 'vitest'
import { smallTemplate } from '../template-for-tests.ts'
import { draftBetween, following, headOf, minute, partyOf, signingOf } from './agreement-for-tests.ts'
import { decideParties, decideSend } from './decide.ts'
import { decideReplaced } from './decide-keep.ts'
import { decideDecline, decideSign } from './decide-sign.ts'
import { textHashOf } from './text-hash.ts'

const sent = (draft = draftBetween()) => following(draft, decideSend(draft, minute(1)))

describe('sending', () => {
  it('AG2: is refused while a required sector has fewer parties than the template asks for, and names the sector', () => {
    const draft = draftBetween(['social-welfare', 'police', 'health', 'health'])
    expect(() => decideSend(draft, minute(1))).toThrow(
      expect.objectContaining({ code: 'required-sector-missing', field: 'partyIds', params: { sector: 'education', needed: 1 } }),
    )
  })

  it('AG2: counts how many a place asks for', () => {
    const content = smallTemplate()
    const two = smallTemplate({
      parties: content.parties.map((place) => (place.sector === 'education' ? { ...place, atLeast: 2 } : place)),
    })
    const sectors = ['social-welfare', 'police', 'education', 'health'] as const
    expect(() => decideSend(draftBetween(sectors, two), minute(1))).toThrow(
      expect.objectContaining({ code: 'too-few-parties', params: { sector: 'education', needed: 2 } }),
    )
    expect(decideSend(draftBetween([...sectors, 'education'], two), minute(1))).toHaveLength(1)
  })

  it('AG2: is refused when fewer parties are named than signatures are asked for, for it could never come into force', () => {
    expect(() => decideSend(draftBetween(['social-welfare', 'police', 'education']), minute(1))).toThrow(
      expect.objectContaining({ code: 'too-few-parties', params: { needed: 4 } }),
    )
  })

  it('AG3: freezes the text by its hash and asks every party', () => {
    const draft = draftBetween()
    const agreement = sent(draft)
    expect(agreement).toMatchObject({ state: 'sent', sentAt: minute(1), textHash: textHashOf(draft) })
    expect(agreement.parties.map((party) => party.standing)).toEqual(draft.parties.map(() => ({ state: 'asked', askedAt: minute(1) })))
  })

  it('AG3: after it neither parties nor text change, and it is not sent again', () => {
    const agreement = sent()
    expect(() => decideParties(agreement, [], minute(2))).toThrow(expect.objectContaining({ code: 'not-a-draft' }))
    expect(() => decideSend(agreement, minute(2))).toThrow(expect.objectContaining({ code: 'not-a-draft' }))
  })
})

describe('signing', () => {
  it('AG4: is refused to who is no party, and before the party is asked', () => {
    const draft = draftBetween()
    expect(() => decideSign(draft, signingOf(draft, 0))).toThrow(expect.objectContaining({ code: 'not-open-for-signing' }))
    const agreement = sent(draft)
    const stranger = headOf(agreement, 99)
    expect(() => decideSign(agreement, signingOf(agreement, 99))).toThrow(expect.objectContaining({ code: 'not-allowed' }))
    expect(() => decideDecline(agreement, stranger, 'no')).toThrow(expect.objectContaining({ code: 'not-allowed' }))
  })

  it('AG5: names the hash of the text that was read; another is refused', () => {
    const agreement = sent()
    expect(() => decideSign(agreement, signingOf(agreement, 0, minute(10), 'f'.repeat(64)))).toThrow(
      expect.objectContaining({ code: 'text-is-another', field: 'textHash' }),
    )
  })

  it('AG7: who declined may sign later; who signed neither declines nor signs again', () => {
    const agreement = sent()
    const head = headOf(agreement, 3)
    const declined = following(agreement, decideDecline(agreement, head, 'The board has not met'))
    expect(declined.parties[3]?.standing).toMatchObject({ state: 'declined', reason: 'The board has not met' })
    const signed = following(declined, decideSign(declined, { ...signingOf(declined, 3), by: head.by }))
    expect(signed.parties[3]?.standing).toMatchObject({ state: 'signed', signedBy: head.by })
    expect(() => decideDecline(signed, head, 'Changed our mind')).toThrow(expect.objectContaining({ code: 'already-signed' }))
    expect(() => decideSign(signed, { ...signingOf(signed, 3), by: head.by })).toThrow(expect.objectContaining({ code: 'already-signed' }))
  })

  it('AG8: brings it into force at the moment of the signature that fulfils the rule, and not before', () => {
    let agreement = sent()
    for (const place of [0, 1, 3]) {
      const happened = decideSign(agreement, signingOf(agreement, place, minute(10 + place)))
      expect(happened).toHaveLength(1)
      agreement = following(agreement, happened)
    }
    const last = decideSign(agreement, signingOf(agreement, 2, minute(20)))
    expect(last.map(({ kind }) => kind)).toEqual(['signed', 'came-into-force'])
    expect(following(agreement, last)).toMatchObject({ state: 'in-force', inForceAt: minute(20) })
  })

  it('AG7: a party that declined may join when the agreement is in force already', () => {
    let agreement = sent()
    agreement = following(agreement, decideDecline(agreement, headOf(agreement, 4), 'Not yet'))
    for (const place of [0, 1, 2, 3]) agreement = following(agreement, decideSign(agreement, signingOf(agreement, place)))
    const late = decideSign(agreement, signingOf(agreement, 4, minute(90)))
    expect(late.map(({ kind }) => kind)).toEqual(['signed'])
    expect(following(agreement, late)).toMatchObject({ state: 'in-force', inForceAt: minute(10) })
  })

  it('AG9: an agreement that ended takes no signatures; only one in force can end', () => {
    const agreement = sent()
    expect(decideReplaced(agreement, minute(30))).toEqual([])
    const ended = following(
      { ...agreement, state: 'in-force', inForceAt: minute(5) },
      decideReplaced({ ...agreement, state: 'in-force' }, minute(30)),
    )
    expect(ended).toMatchObject({ state: 'ended', endedAt: minute(30) })
    expect(() => decideSign(ended, signingOf(ended, 0))).toThrow(expect.objectContaining({ code: 'not-open-for-signing' }))
  })
})

it('AG1: other parties replace those of a draft', () => {
  const draft = draftBetween()
  const parties = [partyOf('police', draft.content)]
  expect(following(draft, decideParties(draft, parties, minute(1))).parties).toEqual(parties)
})
