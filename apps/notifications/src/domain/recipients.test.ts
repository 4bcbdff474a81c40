import type { Audience, Role } from '@mreza/contracts-kernel'
import { Role as Roles } from '@mreza/contracts-kernel'
import { describe, expect, it } from 'vitest'
import { endOf, granted, minute, somebody, somewhere } from '../inbox-for-tests.ts'
import { recipients } from './recipients.ts'

const centre = somewhere()
const school = somewhere()
const [ana, boris, ceca] = [somebody(), somebody(), somebody()]
const at = minute(10)

const audience = (given: Partial<Audience>): Audience => ({ personIds: [], institutionIds: [], roles: [], ...given })
const as = (role: Role, personId = ana) => granted({ personId, institutionId: centre, roles: [role] })

describe('who is told', () => {
  it('NO1 a person whom an audience means in several ways is told once', () => {
    const twice = [as('head'), granted({ personId: ana, institutionId: school })]
    const everywhere = audience({ personIds: [ana], institutionIds: [centre, school] })
    expect(recipients(everywhere, twice, null, at)).toEqual([ana])
  })

  it('NO2 who acted is not told, also not by name', () => {
    const both = [as('head'), as('practitioner', boris)]
    expect(recipients(audience({ personIds: [ana], institutionIds: [centre] }), both, ana, at)).toEqual([boris])
  })

  it.each(Roles.options)('NO5 an institution without a role means those who work on cases: %s', (role) => {
    const worksOnCases = ['coordinator', 'practitioner', 'head', 'center-officer'].includes(role)
    expect(recipients(audience({ institutionIds: [centre] }), [as(role)], null, at)).toEqual(worksOnCases ? [ana] : [])
  })

  it.each(Roles.options)('NO5 an institution with a role means those who hold it: %s', (role) => {
    expect(recipients(audience({ institutionIds: [centre], roles: [role] }), [as(role)], null, at)).toEqual([ana])
    const others = Roles.options.filter((other) => other !== role)
    expect(recipients(audience({ institutionIds: [centre], roles: others }), [as(role)], null, at)).toEqual([])
  })

  it('NO5 another institution is not meant, and a role alone means nobody', () => {
    const members = [as('head'), granted({ personId: boris, institutionId: school, roles: ['head'] })]
    expect(recipients(audience({ institutionIds: [school], roles: ['head'] }), members, null, at)).toEqual([boris])
    expect(recipients(audience({ roles: ['head'] }), members, null, at)).toEqual([])
  })

  it('NO5 the role that counts is the one held when it happened', () => {
    const before = as('practitioner')
    const after = { ...before, eventId: somebody(), at: minute(20), roles: ['head'] as const }
    const heads = audience({ institutionIds: [centre], roles: ['head'] })
    expect(recipients(heads, [after, before], null, minute(10))).toEqual([])
    expect(recipients(heads, [after, before], null, minute(20))).toEqual([ana])
  })

  it('NO5 who joined later is not told of what happened before', () => {
    const late = { ...as('practitioner'), at: minute(11) }
    expect(recipients(audience({ institutionIds: [centre] }), [late], null, at)).toEqual([])
  })

  it('NO6 who left is told of what happened before, and of nothing after, even by name', () => {
    const membership = as('practitioner', ceca)
    const changes = [endOf(membership, minute(15)), membership]
    const both = audience({ personIds: [ceca], institutionIds: [centre] })
    expect(recipients(both, changes, null, minute(14))).toEqual([ceca])
    expect(recipients(both, changes, null, minute(16))).toEqual([])
  })

  it('NO6 who left one institution is still told in another', () => {
    const left = as('practitioner', ceca)
    const stays = granted({ personId: ceca, institutionId: school })
    const changes = [left, endOf(left, minute(5)), stays]
    expect(recipients(audience({ institutionIds: [centre] }), changes, null, at)).toEqual([])
    expect(recipients(audience({ institutionIds: [school] }), changes, null, at)).toEqual([ceca])
    expect(recipients(audience({ personIds: [ceca] }), changes, null, at)).toEqual([ceca])
  })
})
