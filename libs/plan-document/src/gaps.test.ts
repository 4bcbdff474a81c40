import type { InstitutionId } from '@mreza/contracts-kernel'
import { type PlanTemplate, requirements } from '@mreza/contracts-plans'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { dayAfter } from './civil-period.ts'
import { proseOf, wishesOf } from './doc.ts'
import {
  addActivity,
  addGoal,
  addIndicator,
  assignActivity,
  recordParticipation,
  setActivityDue,
  setContactRhythm,
  setIndicatorDetails,
  setReviewOn,
} from './edits.ts'
import { gapsOf } from './gaps.ts'
import { newItemId } from './item-id.ts'
import { appendParagraphs } from './prose.ts'
import { readPlanContent } from './read.ts'
import { addRisk } from './risks.ts'

const today = '2026-08-31'
const text = (en: string) => ({ en, srLatn: en, srCyrl: en })
const template: PlanTemplate = {
  id: 'child-plan',
  version: 1,
  kind: 'child-plan',
  title: text('Plan'),
  purpose: text('For a child'),
  appliesTo: 'children',
  reviewIn: null,
  contact: null,
  areas: [
    { area: 'area-education', prompts: [], goals: [], required: { binding: true, rule: 'plan-elements' } },
    { area: 'area-health', prompts: [], goals: [], required: { binding: false, rule: null } },
  ],
  risks: [],
  understandings: [],
}

test('PL8: what is missing follows from the document alone, and a complete goal misses nothing', () => {
  const doc = new Y.Doc()
  const id = addGoal(doc, { area: 'area-education', phase: 'crisis' })
  const gaps = () => gapsOf(readPlanContent(doc, 'core'), { template: null, today })
  const kinds = () => gaps().map(({ kind }) => kind)
  expect(kinds()).toEqual([
    'participation-not-recorded',
    'wishes-not-recorded',
    'review-date-not-set',
    'contact-rhythm-not-set',
    'goal-without-outcome',
    'goal-without-own-words',
    'goal-without-indicator',
    'goal-without-activity',
  ])
  recordParticipation(doc, 'took-part')
  appendParagraphs(wishesOf(doc), 'to see my brother')
  setReviewOn(doc, '2026-10-31')
  setContactRhythm(doc, 'every-two-months')
  const indicator = addIndicator(doc, id, { text: 'attends', target: '4 days a week' })
  const activity = addActivity(doc, id)
  setActivityDue(doc, activity, '2026-12-01')
  expect(kinds()).toEqual(['goal-without-outcome', 'goal-without-own-words', 'indicator-without-check', 'activity-without-responsible'])
  setIndicatorDetails(doc, indicator, { check: 'the register of the school' })
  assignActivity(doc, activity, { institutionId: newItemId() as InstitutionId, personId: null })
  expect(gaps().filter(({ binding }) => binding)).toMatchObject([{ kind: 'goal-without-outcome', goalId: id, rule: 'plan-elements' }])
})

test('PL8: a person who was not asked has not taken part', () => {
  const doc = new Y.Doc()
  recordParticipation(doc, 'not-asked')
  const gaps = gapsOf(readPlanContent(doc, 'core'), { template: null, today })
  expect(gaps).toContainEqual(expect.objectContaining({ kind: 'participation-not-recorded', binding: true }))
})

test('PL8: the review is at the latest six calendar months away, to the end of a shorter month', () => {
  const doc = new Y.Doc()
  const kinds = () => gapsOf(readPlanContent(doc, 'core'), { template: null, today }).map(({ kind }) => kind)
  expect(dayAfter(today, { amount: 6, unit: 'month' })).toBe('2027-02-28')
  setReviewOn(doc, '2027-02-28')
  expect(kinds()).not.toContain('review-date-too-late')
  setReviewOn(doc, '2027-03-01')
  expect(kinds()).toContain('review-date-too-late')
})

test('PL8: an area that the template asks for is missed in its own room alone, until something stands there', () => {
  const core = new Y.Doc()
  const missed = (doc: Y.Doc, room: 'core' | 'health') =>
    gapsOf(readPlanContent(doc, room), { template, today }).filter(({ kind }) => kind === 'area-not-addressed')
  expect(missed(core, 'core')).toMatchObject([{ area: 'area-education', binding: true, rule: 'plan-elements' }])
  expect(missed(new Y.Doc(), 'health')).toMatchObject([{ area: 'area-health', binding: false }])
  appendParagraphs(proseOf(core, 'area-education'), 'goes to the fifth year')
  expect(missed(core, 'core')).toEqual([])
})

test('PL8: a closed room asks nothing of the plan as a whole, and a risk asks for an answer', () => {
  const safety = new Y.Doc()
  expect(gapsOf(readPlanContent(new Y.Doc(), 'health'), { template: null, today })).toEqual([])
  addRisk(safety, { what: 'somebody waits at the school' })
  expect(gapsOf(readPlanContent(safety, 'safety'), { template: null, today })).toMatchObject([
    { kind: 'risk-without-response', binding: false },
  ])
})

test('PL8: every kind of gap says whether it binds', () => {
  for (const [kind, { binding, rule }] of Object.entries(requirements)) {
    expect(typeof binding, kind).toBe('boolean')
    if (binding && kind !== 'suggestion-undecided') expect(rule, kind).not.toBeNull()
  }
})
