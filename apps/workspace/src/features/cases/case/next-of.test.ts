import type { CaseDetail, ConferenceSummary } from '@mreza/contracts-conferences'
import type { ConferenceId, PersonId } from '@mreza/contracts-kernel'
import { expect, test } from 'vitest'
import { nextOf } from './next-of.ts'

const manager = 'm' as PersonId
const conference = { id: 'c' as ConferenceId, startsAt: '2026-03-24T12:00:00.000Z', place: 'Sala 2' }
const file = (caseManagerId: PersonId | null, nextConference: CaseDetail['nextConference'] = null) =>
  ({ caseManagerId, nextConference }) as CaseDetail
const held = (state: ConferenceSummary['state']) => [{ id: conference.id, state }]

test('before anything else somebody has to lead, even with a conference ahead', () => {
  expect(nextOf(file(null, conference), held('scheduled'))).toEqual({ kind: 'name-manager' })
})

test('a conference ahead or under way is entered', () => {
  expect(nextOf(file(manager, conference), held('scheduled'))).toMatchObject({ kind: 'enter', underWay: false })
  expect(nextOf(file(manager, conference), held('under-way'))).toMatchObject({ kind: 'enter', underWay: true })
})

test('without one held a conference is scheduled; a cancelled one was not held', () => {
  expect(nextOf(file(manager), [])).toEqual({ kind: 'schedule' })
  expect(nextOf(file(manager), held('cancelled'))).toEqual({ kind: 'schedule' })
})

test('after a conference comes the plan', () => {
  expect(nextOf(file(manager), held('closed'))).toEqual({ kind: 'plan' })
})
