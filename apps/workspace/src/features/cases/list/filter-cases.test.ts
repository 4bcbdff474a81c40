import type { CaseSummary } from '@mreza/contracts-conferences'
import type { PersonId } from '@mreza/contracts-kernel'
import { expect, test } from 'vitest'
import { everyCase, filterCases } from './filter-cases.ts'

const me = 'me' as PersonId
const file = (code: string, priority: CaseSummary['priority'], caseManagerId: PersonId | null) =>
  ({ code, priority, caseManagerId }) as CaseSummary
const cases = [file('NI-26-0001', 'immediate', me), file('NI-26-0002', 'regular', null), file('NI-26-0003', 'immediate', null)]
const codes = (filter: Partial<typeof everyCase>) =>
  filterCases(cases, { ...everyCase, ...filter }, me, ({ code }) => `${code} Милица Ђорђевић`).map(({ code }) => code)

test('without a filter every case stays in its order', () => {
  expect(codes({})).toEqual(['NI-26-0001', 'NI-26-0002', 'NI-26-0003'])
})

test('words match in either script and without diacritics, all of them', () => {
  expect(codes({ words: 'djordjevic 0002' })).toEqual(['NI-26-0002'])
  expect(codes({ words: 'djordjevic 0009' })).toEqual([])
})

test('mine and the priority narrow together', () => {
  expect(codes({ mine: true })).toEqual(['NI-26-0001'])
  expect(codes({ priority: 'immediate' })).toEqual(['NI-26-0001', 'NI-26-0003'])
  expect(codes({ priority: 'regular', mine: true })).toEqual([])
})
