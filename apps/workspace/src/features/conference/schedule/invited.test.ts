import type { InstitutionId, Sector } from '@mreza/contracts-kernel'
import { expect, test } from 'vitest'
import { type Candidate, groupsOf, missingSectors, preselected } from './invited.ts'

const one = (id: string, sector: Sector, is: Partial<Candidate> = {}): Candidate => ({
  id: id as InstitutionId,
  sector,
  party: false,
  takesPart: false,
  near: true,
  ...is,
})
const rule = { mandatory: ['police', 'education'], optional: ['red-cross'], notified: ['national-body'] } satisfies Record<string, Sector[]>
const candidates = [
  one('station', 'police'),
  one('police', 'police', { party: true }),
  one('school-a', 'education', { party: true }),
  one('school-b', 'education', { party: true, takesPart: true }),
  one('cross', 'red-cross', { party: true }),
  one('center', 'national-body', { party: true }),
  one('paper', 'media'),
]

test('CF18 mandatory sectors are groups of their own, also an empty one; the rest follows by what the agreement says', () => {
  const groups = groupsOf({ ...rule, mandatory: ['police', 'health'] }, candidates)
  expect(groups.map(({ kind, sector, candidates: list }) => [kind, sector, list.map(({ id }) => id)])).toEqual([
    ['mandatory', 'police', ['police', 'station']],
    ['mandatory', 'health', []],
    ['optional', null, ['cross']],
    ['notified', null, ['center']],
    ['other', null, ['school-b', 'school-a', 'paper']],
  ])
})

test('a body of the whole country stands with the others, unless nobody nearer is of a sector that must be asked', () => {
  const far = { near: false }
  const list = [
    one('cross', 'red-cross'),
    one('cross-serbia', 'red-cross', far),
    one('ministry', 'national-body', far),
    one('prosecutor', 'police', far),
  ]
  expect(groupsOf(rule, list).map(({ kind, candidates: of }) => [kind, of.map(({ id }) => id)])).toEqual([
    ['mandatory', ['prosecutor']],
    ['mandatory', []],
    ['optional', ['cross']],
    ['notified', ['ministry']],
    ['other', ['cross-serbia']],
  ])
})

test('CF18 one of each mandatory and notified sector is chosen beforehand: who takes part, else the first party', () => {
  expect(preselected(groupsOf(rule, candidates))).toEqual(['police', 'school-b', 'center'])
})

test('who is neither a party nor takes part is never chosen beforehand', () => {
  expect(preselected(groupsOf(rule, [one('station', 'police')]))).toEqual([])
})

test('without a rule those who take part are chosen', () => {
  expect(preselected(groupsOf({ mandatory: [], optional: [], notified: [] }, candidates))).toEqual(['school-b'])
})

test('CF18 a mandatory sector is covered by any institution of it', () => {
  const groups = groupsOf(rule, candidates)
  expect(missingSectors(groups, ['station', 'cross'] as InstitutionId[])).toEqual(['education'])
  expect(missingSectors(groups, ['station', 'school-a'] as InstitutionId[])).toEqual([])
  const withFar = groupsOf(rule, [...candidates, one('ministry-police', 'police', { near: false })])
  expect(missingSectors(withFar, ['ministry-police', 'school-a'] as InstitutionId[])).toEqual([])
})
