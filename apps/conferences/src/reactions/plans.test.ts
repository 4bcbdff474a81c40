import type { PersonId, PlanId } from '@mreza/contracts-kernel'
import { planApproved, type VersionId } from '@mreza/contracts-plans'
import { newId } from '@mreza/db'
import { eventually, happens } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { absence, type City, openCity, step, type Worker, whoItIs } from '../city-for-tests.ts'

let city: City
let manager: Worker
let psychologist: Worker

beforeAll(async () => {
  city = await openCity([
    step({ id: 'plan', trigger: 'case-opened', actor: { role: 'case-manager' }, fulfilledBy: 'plan-approved' }),
    step({
      id: 'look-again',
      trigger: 'plan-made',
      actor: { role: 'case-manager' },
      deadline: {
        duration: { amount: 6, unit: 'month' },
        countsFrom: 'plan-approved',
        source: { document: 'rulebook-swc-2008', provision: null },
      },
    }),
  ])
  manager = await city.worker(city.institutions.welfare, 'social-welfare', ['practitioner'])
  psychologist = await city.worker(city.institutions.school, 'education', ['practitioner'])
  await city.bringIntoForce()
})
afterAll(() => city.dispose())

it('CF10 an approval of the plan marks its step as done; what counts from it counts from the first', async () => {
  const { id: referralId } = await psychologist.call.sendReferral({
    receiverId: city.institutions.welfare,
    content: absence,
    identity: whoItIs,
  })
  const { caseId } = await manager.call.takeReferral({ referralId })
  const steps = async () => new Map((await manager.call.readCase({ caseId })).steps.map((step) => [step.id, step]))
  expect([(await steps()).get('plan')?.state, (await steps()).get('look-again')?.state]).toEqual(['now', 'later'])
  const of = { planId: newId<'PlanId'>() as PlanId, caseId, actorId: newId<'PersonId'>() as PersonId, audience: {} }
  const approve = (number: number, at: string) =>
    happens(city.database, planApproved, { ...of, versionId: newId<'VersionId'>() as VersionId, number, at })
  await approve(1, '2026-08-31T10:00:00.000Z')
  await eventually(async () => expect((await steps()).get('look-again')?.state).toBe('now'))
  const after = await steps()
  expect(after.get('plan')).toMatchObject({ state: 'done', doneAt: '2026-08-31T10:00:00.000Z', doneBy: of.actorId })
  expect(after.get('look-again')?.clock?.dueAt).toBe('2027-02-28T11:00:00.000Z')
  const second = await approve(2, '2026-10-01T10:00:00.000Z')
  await eventually(async () => {
    const { rows } = await sql`select from conferences.processed_event where event_id = ${second}`.execute(city.database.admin)
    expect(rows).toHaveLength(1)
  })
  expect((await steps()).get('plan')).toEqual(after.get('plan'))
  expect((await steps()).get('look-again')?.clock?.startedAt).toBe(after.get('look-again')?.clock?.startedAt)
})
