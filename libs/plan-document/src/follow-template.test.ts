import type { PlanTemplate } from '@mreza/contracts-plans'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from './doc.ts'
import { setReviewOn } from './edits.ts'
import { followTemplate } from './follow-template.ts'
import { plainText } from './prose.ts'
import { readPlanContent } from './read.ts'

const text = (en: string) => ({ en, srLatn: `${en} (lat)`, srCyrl: `${en} (ћир)` })
const template: PlanTemplate = {
  id: 'child-plan',
  version: 1,
  kind: 'child-plan',
  title: text('Plan for a child'),
  purpose: text('What a child needs'),
  appliesTo: 'children',
  reviewIn: { amount: 2, unit: 'month' },
  contact: 'monthly',
  areas: [
    {
      area: 'area-education',
      prompts: [text('How school goes')],
      goals: [
        {
          phase: 'transition',
          outcome: text('Goes to school'),
          indicators: [{ text: text('attends'), check: text('the register') }],
          activities: [{ what: text('talk to the teacher'), sector: 'education', dueIn: { amount: 7, unit: 'day' } }],
        },
      ],
    },
    { area: 'area-health', prompts: [text('What the doctor found')], goals: [] },
  ],
  risks: [{ what: text('is found by the one who harmed'), response: text('call the police') }],
  understandings: [text('when we talk again')],
}
const use = { language: 'sr-Latn', today: '2026-12-31' } as const

test('a template brings to each room what is of that room, in the language of who uses it', () => {
  const docs = { core: new Y.Doc(), health: new Y.Doc(), safety: new Y.Doc() }
  for (const [room, doc] of Object.entries(docs)) followTemplate(doc, room as keyof typeof docs, template, use)
  const core = readPlanContent(docs.core, 'core')
  expect(core).toMatchObject({ templateId: 'child-plan', reviewOn: '2027-02-28', contact: 'monthly' })
  expect(core.prose).toEqual([{ place: 'area-education', text: 'How school goes (lat)' }])
  expect(core.goals).toMatchObject([
    {
      outcome: 'Goes to school (lat)',
      indicators: [{ text: 'attends (lat)', check: 'the register (lat)' }],
      activities: [{ what: 'talk to the teacher (lat)', dueOn: '2027-01-07' }],
    },
  ])
  expect(core.understandings).toMatchObject([{ text: 'when we talk again (lat)' }])
  expect(plainText(proseOf(docs.health, 'area-health'))).toBe('What the doctor found (lat)')
  expect(readPlanContent(docs.health, 'health').goals).toEqual([])
  expect(readPlanContent(docs.safety, 'safety').risks).toMatchObject([{ response: 'call the police (lat)' }])
})

test('a template that is used twice adds nothing, and what was set stays', () => {
  const doc = new Y.Doc()
  setReviewOn(doc, '2027-01-15')
  followTemplate(doc, 'core', template, use)
  const once = readPlanContent(doc, 'core')
  followTemplate(doc, 'core', template, use)
  expect(readPlanContent(doc, 'core')).toEqual(once)
  expect(once.reviewOn).toBe('2027-01-15')
})
