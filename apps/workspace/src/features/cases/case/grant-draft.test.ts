import type { CaseId, InstitutionId } from '@mreza/contracts-kernel'
import { expect, test } from 'vitest'
import { emptyGrant, readGrant } from './grant-draft.ts'

const caseId = '01990000-0000-7000-8000-000000000001' as CaseId
const institutionId = '01990000-0000-7000-8000-000000000002' as InstitutionId
const wrongIn = (draft: Partial<typeof emptyGrant>) => {
  const read = readGrant(caseId, { ...emptyGrant, ...draft })
  return 'wrong' in read ? [...read.wrong].sort() : []
}

test('CF13 nobody is let in without an institution and a basis', () => {
  expect(wrongIn({})).toEqual(['institutionId', 'kind'])
  expect(wrongIn({ institutionId, sections: [], kind: 'legal-duty', rule: 'x' })).toEqual(['sections'])
})

test('CF13 each basis asks for its own record', () => {
  expect(wrongIn({ institutionId, kind: 'consent' })).toEqual(['explained', 'givenAt', 'givenBy'])
  expect(wrongIn({ institutionId, kind: 'legal-duty', rule: '  ' })).toEqual(['rule'])
  expect(wrongIn({ institutionId, kind: 'emergency', reason: 'x' })).toEqual(['reason'])
})

test('a moment of the calendar with an offset is sent in UTC', () => {
  const consent = { kind: 'consent', givenBy: 'guardian', givenAt: '2026-03-24T10:00:00+01:00', explained: 'Sve.' } as const
  expect(readGrant(caseId, { ...emptyGrant, institutionId, ...consent })).toMatchObject({
    grant: { basis: { givenAt: '2026-03-24T09:00:00.000Z' } },
  })
})
