import { describe, expect, it } from 'vitest'
import { smallTemplate } from '../template-for-tests.ts'
import { draftBetween, following, headOf, institutionAt, minute, signingOf } from './agreement-for-tests.ts'
import { decideSend } from './decide.ts'
import { decideDecline, decideSign } from './decide-sign.ts'
import { whatIsMissing } from './entry-into-force.ts'
import { whatFollows } from './what-follows.ts'

const sent = (draft = draftBetween()) => following(draft, decideSend(draft, minute(1)))

describe('what follows from declining', () => {
  it('AG6: the agreement cannot come into force without the only party of a required sector', () => {
    const agreement = sent()
    expect(whatFollows(agreement, institutionAt(agreement, 1)).canComeIntoForceWithout).toBe(false)
  })

  it('AG6: it can without one of two, or one that is not required, while enough others remain', () => {
    const agreement = sent()
    expect(whatFollows(agreement, institutionAt(agreement, 2)).canComeIntoForceWithout).toBe(true)
    expect(whatFollows(agreement, institutionAt(agreement, 3)).canComeIntoForceWithout).toBe(true)
    const few = sent(draftBetween(['social-welfare', 'police', 'education', 'health']))
    expect(whatFollows(few, institutionAt(few, 3)).canComeIntoForceWithout).toBe(false)
  })

  it('AG6: every other party and the coordinator’s institution are told, and the duties of its sector are named', () => {
    const agreement = sent()
    const follows = whatFollows(agreement, institutionAt(agreement, 3))
    expect(follows.told).toEqual([...[0, 1, 2, 4].map((place) => institutionAt(agreement, place)), agreement.draftedFor])
    expect(follows.dutiesNotBinding.map(({ en }) => en)).toEqual(['health helps'])
  })
})

describe('what is missing', () => {
  it('AG8: counts signatures and names required sectors that have none', () => {
    let agreement = sent()
    const rule = agreement.content.entryIntoForce
    expect(whatIsMissing(rule, agreement.parties)).toEqual({ sectors: ['social-welfare', 'police', 'education'], signatures: 4 })
    agreement = following(agreement, decideDecline(agreement, headOf(agreement, 1), 'Not now'))
    agreement = following(agreement, decideSign(agreement, signingOf(agreement, 0)))
    expect(whatIsMissing(rule, agreement.parties)).toEqual({ sectors: ['police', 'education'], signatures: 3 })
  })

  it('AG8: where all required sectors must sign, every party of theirs counts and nobody else', () => {
    const content = smallTemplate({ entryIntoForce: { kind: 'all-required-sectors-signed', requiredSectors: ['police', 'education'] } })
    let agreement = sent(draftBetween(['social-welfare', 'police', 'education', 'education', 'health'], content))
    agreement = following(agreement, decideSign(agreement, signingOf(agreement, 2)))
    agreement = following(agreement, decideSign(agreement, signingOf(agreement, 4)))
    expect(whatIsMissing(content.entryIntoForce, agreement.parties)).toEqual({ sectors: ['police'], signatures: 2 })
  })
})
