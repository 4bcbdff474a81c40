import type { CaseId, InstitutionId } from '@mreza/contracts-kernel'
import { expect, test } from 'vitest'
import { minutesOf, moved, readSchedule, type ScheduleDraft } from './schedule-draft.ts'

const caseId = '0196f5c8-7000-7000-8000-000000000001' as CaseId
const draft: ScheduleDraft = {
  startsAt: '2026-03-24T12:00:00Z',
  duration: ' 60 ',
  place: ' Sala 2 ',
  institutionIds: ['0196f5c8-7000-7000-8000-000000000002' as InstitutionId],
  agenda: [{ key: 1, title: 'Prisustvo', minutes: '5' }],
  reason: 'noć',
}

test('what is typed becomes what the service takes; a reason that nobody asks for stays here', () => {
  expect(readSchedule(caseId, draft, false)).toEqual({
    schedule: {
      caseId,
      startsAt: '2026-03-24T12:00:00.000Z',
      duration: 60,
      place: 'Sala 2',
      institutionIds: draft.institutionIds,
      agenda: [{ title: 'Prisustvo', minutes: 5 }],
      missingSectorsReason: null,
    },
  })
})

test('CF18 without a mandatory sector a reason is needed', () => {
  expect(readSchedule(caseId, draft, true)).toMatchObject({ schedule: { missingSectorsReason: 'noć' } })
  expect(readSchedule(caseId, { ...draft, reason: ' ' }, true)).toEqual({ wrong: new Set(['missingSectorsReason']) })
})

test('every field that is wrong is named by its path', () => {
  const agenda = [...draft.agenda, { key: 2, title: ' ', minutes: '5.5' }]
  const wrong = { ...draft, startsAt: null, duration: '5', place: '', institutionIds: [], agenda }
  expect(readSchedule(caseId, wrong, false)).toEqual({
    wrong: new Set(['startsAt', 'duration', 'place', 'institutionIds', 'agenda.1.title', 'agenda.1.minutes']),
  })
})

test('the minutes of the agenda are counted, and what is not a number is not', () => {
  expect(minutesOf([...draft.agenda, { key: 2, title: '', minutes: '10' }, { key: 3, title: '', minutes: 'x' }])).toBe(15)
})

test('items move by one place and never past an end', () => {
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
})
