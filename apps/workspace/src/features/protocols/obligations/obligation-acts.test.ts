import type { ObligationState } from '@mreza/contracts-agreements'
import type { InstitutionId, NetworkId, PersonId, Role, Subject } from '@mreza/contracts-kernel'
import { expect, it } from 'vitest'
import { actsOf } from './obligation-acts.ts'
import { registerSearch, whatIsOpen } from './register-search.ts'

const networkId = 'network' as NetworkId
const owes = 'owes' as InstitutionId
const other = 'other' as InstitutionId
const who = (institutionId: InstitutionId, ...roles: Role[]) =>
  ({ personId: 'person' as PersonId, institutionId, networkId, roles }) as unknown as Subject
const acts = (state: ObligationState, subject: Subject, observes: string | null = null) =>
  actsOf({ networkId, institutionId: owes, observes }, { state }, subject)

it('AG44: evidence is asked of the institution that owes it, and never of what Mreža counts itself', () => {
  expect(acts('late', who(owes, 'practitioner'))).toEqual(['report'])
  expect(acts('late', who(other, 'practitioner'))).toEqual([])
  expect(acts('late', who(owes, 'practitioner'), 'referral-answered')).toEqual([])
  expect(acts('waived', who(owes, 'head'))).toEqual([])
})

it('AG45: only what counts as kept is disputed, by another institution; a coordinator or city official of another settles it', () => {
  expect(acts('kept', who(other, 'head'))).toEqual(['dispute'])
  expect(acts('kept', who(owes, 'head'))).toEqual(['report'])
  expect(acts('late', who(other, 'head'))).toEqual([])
  expect(acts('disputed', who(other, 'city-official'))).toEqual(['settle', 'waive'])
  expect(acts('disputed', who(owes, 'city-official'))).toEqual(['report'])
})

it('AG46: what is kept or was let go is not waived', () => {
  expect(acts('broken', who(other, 'coordinator'))).toEqual(['waive'])
  expect(acts('kept', who(other, 'coordinator'))).toEqual(['dispute'])
  expect(acts('waived', who(other, 'coordinator'))).toEqual([])
})

it('the address of the register keeps what narrows it, and nothing that is not one of its words', () => {
  expect(registerSearch({ state: 'late', agreement: 'a', institution: 'b', more: 'x' })).toEqual({
    state: 'late',
    agreement: 'a',
    institution: 'b',
  })
  expect(registerSearch({ state: 'lost', agreement: 7 })).toEqual({})
})

it('open is what hurts or soon will, under what has not ended', () => {
  const one = (state: ObligationState, endedAt: string | null = null) => ({ term: { state }, endedAt })
  const all = [one('broken'), one('late', '2026-01-01T00:00:00.000Z'), one('due'), one('not-due'), one('kept')]
  expect(whatIsOpen(all)).toEqual([all[0], all[2]])
})
