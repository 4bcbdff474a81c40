import type { PlanId } from '@mreza/contracts-kernel'
import { type PlanGap, PlanRoom, PlanTemplateKind } from '@mreza/contracts-plans'
import {
  addActivity,
  addGoal,
  addIndicator,
  addRisk,
  addUnderstanding,
  appendParagraphs,
  assignActivity,
  followTemplate,
  proseOf,
  setActivityDue,
  setActivityProof,
  setActivityStart,
  setGoalAssessOn,
  setIndicatorDetails,
  setUnderstandingDay,
  supportActivity,
} from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LiveClient } from './live-client-for-tests.ts'
import { type Member, openWorld, planOf, type World } from './service-for-tests.ts'

let world: World
let lead: Member
let planId: PlanId

beforeAll(async () => {
  world = await openWorld()
  lead = await world.member(PlanRoom.options)
  planId = await planOf(world, lead)
})
afterAll(() => world.dispose())

const joined = async (room: PlanRoom): Promise<LiveClient> => {
  const client = new LiveClient(lead, planId, room)
  await client.join(world.instance.address)
  return client
}
const rowsOf = async (room: PlanRoom) => {
  const found = (await lead.calls.readPlan({ planId })).rooms.find((each) => each.room === room)
  if (found === undefined) throw new Error(`${room} is not open`)
  return found
}
const template = async (id: string) => {
  const found = (await lead.calls.listPlanTemplates({})).find((each) => each.id === id)
  if (found === undefined) throw new Error(`there is no template ${id}`)
  return found
}
const notAddressed = (gaps: readonly PlanGap[]) =>
  gaps.filter(({ kind }) => kind === 'area-not-addressed').map(({ area, rule }) => ({ area, rule }))

test('PL8: the templates are served in the order of their kinds', async () => {
  const templates = await lead.calls.listPlanTemplates({})
  expect(templates.map(({ kind }) => kind)).toEqual(PlanTemplateKind.options)
})

test('PL9: all that a plan says of goals, risks and what was agreed comes into rows', async () => {
  const [core, safety] = [await joined('core'), await joined('safety')]
  const { institutionId } = lead.subject
  const goal = addGoal(core.doc, { area: 'area-employment', phase: 'inclusion', outcome: 'earns her own living' })
  setGoalAssessOn(core.doc, goal, '2026-09-01')
  const indicator = addIndicator(core.doc, goal, { text: 'months in work', target: '3' })
  setIndicatorDetails(core.doc, indicator, { baseline: '0', measure: 'months with a contract', check: 'the contract' })
  const activity = addActivity(core.doc, goal, { what: 'register with the employment service' })
  assignActivity(core.doc, activity, { institutionId, personId: null })
  supportActivity(core.doc, activity, institutionId, true)
  setActivityStart(core.doc, activity, '2026-04-01')
  setActivityDue(core.doc, activity, '2026-05-01')
  setActivityProof(core.doc, activity, 'card of the employment service')
  const understanding = addUnderstanding(core.doc, { text: 'we speak every Tuesday' })
  setUnderstandingDay(core.doc, understanding, '2026-03-03')
  const risk = addRisk(safety.doc, { what: 'somebody asks where she lives' })
  await eventually(async () => {
    const [inCore, inSafety] = [await rowsOf('core'), await rowsOf('safety')]
    expect(inCore.goals).toMatchObject([
      {
        id: goal,
        assessOn: '2026-09-01',
        indicators: [{ id: indicator, baseline: '0', target: '3', measure: 'months with a contract', check: 'the contract' }],
        activities: [
          {
            id: activity,
            supportingInstitutionIds: [institutionId],
            startsOn: '2026-04-01',
            dueOn: '2026-05-01',
            proof: 'card of the employment service',
          },
        ],
      },
    ])
    expect(inCore.understandings).toEqual([{ id: understanding, text: 'we speak every Tuesday', agreedOn: '2026-03-03' }])
    expect(inSafety.risks).toMatchObject([{ id: risk, what: 'somebody asks where she lives', response: '', level: null }])
    expect(inSafety.gaps).toMatchObject([{ kind: 'risk-without-response', binding: false }])
    expect(inCore.gaps).toContainEqual(
      expect.objectContaining({ kind: 'wishes-not-recorded', binding: true, rule: 'plan-victim-participates' }),
    )
    expect(await lead.calls.listActivities({ mine: true })).toMatchObject([{ id: activity, proof: 'card of the employment service' }])
  })
  core.leave()
  safety.leave()
})

test('PL8 PL9: what the template asks is asked of every room, also of one in which nobody has written, and anew when the template changes', async () => {
  const core = await joined('core')
  followTemplate(core.doc, 'core', await template('child-plan'), { language: 'sr-Latn', today: '2026-03-02' })
  await eventually(async () => {
    expect(await rowsOf('core')).toMatchObject({ templateId: 'child-plan', reviewOn: '2026-05-02', contact: 'every-two-weeks' })
    expect(notAddressed((await rowsOf('health')).gaps)).toEqual([{ area: 'area-health', rule: 'health-vulnerable-group' }])
    expect(notAddressed((await rowsOf('legal')).gaps)).toEqual([{ area: 'area-legal', rule: 'juvenile-questioning-more-than-twice' }])
  })
  const health = await joined('health')
  appendParagraphs(proseOf(health.doc, 'area-health'), 'seen by the paediatrician')
  await eventually(async () => expect(notAddressed((await rowsOf('health')).gaps)).toEqual([]))
  followTemplate(core.doc, 'core', await template('conference-contribution'), { language: 'sr-Latn', today: '2026-03-02' })
  await eventually(async () => {
    expect((await rowsOf('core')).templateId).toBe('conference-contribution')
    expect(notAddressed((await rowsOf('legal')).gaps)).toEqual([])
  })
  core.leave()
  health.leave()
})

test('PL9: an activity is announced to who is responsible for it, once, and not to who only helps', async () => {
  const core = await joined('core')
  const helper = (await world.member(['core'])).subject.institutionId
  const goal = addGoal(core.doc, { area: 'area-family', phase: 'crisis', outcome: 'speaks with her sister' })
  const activity = addActivity(core.doc, goal, { what: 'arrange a safe call' })
  supportActivity(core.doc, activity, helper, true)
  assignActivity(core.doc, activity, { institutionId: lead.subject.institutionId, personId: null })
  const announced = async () => {
    const { rows } = await sql<{ to: string; due: string | null }>`
      select data ->> 'institutionId' as to, data ->> 'dueOn' as due from plans.outbox
      where subject = 'mreza.plans.activity.assigned.v1' and data ->> 'activityId' = ${activity} order by position`.execute(
      world.database.admin,
    )
    return rows
  }
  await eventually(async () => expect(await announced()).toEqual([{ to: lead.subject.institutionId, due: null }]))
  setActivityDue(core.doc, activity, '2026-06-01')
  await eventually(async () => expect((await announced()).map(({ due }) => due)).toEqual([null, '2026-06-01']))
  expect((await announced()).map(({ to }) => to)).not.toContain(helper)
  core.leave()
})
