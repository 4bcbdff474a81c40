import type { ConferenceId, InstitutionId } from '@mreza/contracts-kernel'
import { expect, test } from 'vitest'
import { readTask, type TaskDraft } from './task-draft.ts'

const of = { conferenceId: '0196f5c8-7000-7000-8000-000000000001' as ConferenceId, decisionNumber: 2 }
const draft: TaskDraft = {
  institutionId: '0196f5c8-7000-7000-8000-000000000002' as InstitutionId,
  personId: null,
  what: ' Smeštaj večeras ',
  dueOn: '2026-03-25',
}

test('CF23 a decision becomes a task of an institution, with what and by when', () => {
  expect(readTask(of, draft)).toEqual({ task: { ...of, ...draft, what: 'Smeštaj večeras' } })
})

test('CF23 whose, what and by when are needed; a person is not', () => {
  expect(readTask(of, { institutionId: null, personId: null, what: ' ', dueOn: null })).toEqual({
    wrong: new Set(['institutionId', 'what', 'dueOn']),
  })
})
