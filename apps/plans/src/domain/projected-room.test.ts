import type { InstitutionId } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import {
  addActivity,
  addGoal,
  addIndicator,
  assignActivity,
  readPlanContent,
  setActivityDue,
  setActivityState,
  withdrawActivity,
} from '@mreza/plan-document'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newAssignments, projectContent } from './projected-room.ts'

const given = () => {
  const doc = new Y.Doc()
  const goal = addGoal(doc, { area: 'area-education', phase: 'crisis', outcome: 'back to school' })
  addIndicator(doc, goal, { text: 'attends', target: '4 days' })
  const activity = addActivity(doc, goal, { what: 'enrol' })
  const institutionId = newId<'InstitutionId'>() as InstitutionId
  assignActivity(doc, activity, { institutionId, personId: null })
  return {
    doc,
    activity,
    institutionId,
    project: () => projectContent(readPlanContent(doc, 'core'), { template: null, today: '2026-03-02' }),
  }
}

test('PL9: what is withdrawn is not in the rows', () => {
  const { doc, activity, project } = given()
  expect(project().goals).toMatchObject([{ outcome: 'back to school', indicators: [{ text: 'attends' }], activities: [{ what: 'enrol' }] }])
  withdrawActivity(doc, activity)
  expect(project().goals[0]?.activities).toEqual([])
})

test('PL9: an activity is announced when given and when its day moves, not again, and not when done', () => {
  const { doc, activity, institutionId, project } = given()
  expect(newAssignments([], project().goals).map(({ id }) => id)).toEqual([activity])
  const before = [{ id: activity, responsibleInstitutionId: institutionId, dueOn: null }]
  expect(newAssignments(before, project().goals)).toEqual([])
  setActivityDue(doc, activity, '2026-12-24')
  expect(newAssignments(before, project().goals)).toMatchObject([{ dueOn: '2026-12-24' }])
  setActivityState(doc, activity, 'done')
  expect(newAssignments(before, project().goals)).toEqual([])
})
