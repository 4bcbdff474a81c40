import { caseManagerNamed, caseOpened } from '@mreza/contracts-conferences'
import type { PersonId, PlanId } from '@mreza/contracts-kernel'
import { PlanRoom, type PlanVersion } from '@mreza/contracts-plans'
import { newId } from '@mreza/db'
import { appendParagraphs, proseOf } from '@mreza/plan-document'
import { eventually, happens } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, openWorld, planOf, type World } from '../service-for-tests.ts'
import type { PlansTables } from '../store/tables.ts'
import { writeIn, writeWholeCore } from '../whole-plan-for-tests.ts'
import { announceReviews } from './announce-reviews.ts'

let world: World
let lead: Member
let planId: PlanId
const managerId = newId<'PersonId'>() as PersonId

beforeAll(async () => {
  world = await openWorld()
  lead = await world.member(PlanRoom.options, { roles: ['coordinator'] })
  planId = await planOf(world, lead)
  await writeIn(world, lead, planId, 'core', (doc) => writeWholeCore(doc, lead.subject.institutionId))
  const of = {
    at: new Date().toISOString(),
    networkId: newId<'NetworkId'>(),
    actorId: null,
    audience: {},
    caseId: world.caseId,
    caseCode: 'NI-26-0014',
  }
  await happens(world.database, caseOpened, { ...of, leadInstitutionId: lead.subject.institutionId } as never)
  await happens(world.database, caseManagerNamed, { ...of, personId: managerId } as never)
  await eventually(async () => {
    const { rows } =
      await sql`select from plans.case_lead where case_manager_id = ${managerId} and lead_institution_id is not null`.execute(
        world.database.admin,
      )
    expect(rows).toHaveLength(1)
  })
})
afterAll(() => world.dispose())

const announce = async (day: string): Promise<void> => {
  const { worker } = world.database.pools<PlansTables>('plans')
  // Two instances look at the same moment.
  await Promise.all([announceReviews(worker, new Date(`${day}T09:00:00Z`)), announceReviews(worker, new Date(`${day}T09:00:00Z`))])
}
const told = async () => {
  const { rows } = await sql<{ data: { standard: string; moment: string; dueOn: string; audience: object; versionId: string } }>`
    select data from plans.outbox where subject = 'mreza.plans.review.due.v1' order by position`.execute(world.database.admin)
  return rows.map(({ data }) => data)
}
const before = (day: string, days: number) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)
const reviewOf = ({ review }: PlanVersion) => review ?? { programmeBy: '', lawBy: '' }

test('PL21: each review is announced a week before and on the day, once, to who leads the case', async () => {
  const { programmeBy, lawBy } = reviewOf(await lead.calls.approvePlan({ planId }))
  await announce(before(programmeBy, 8))
  expect(await told()).toEqual([])
  for (const day of [before(programmeBy, 7), before(programmeBy, 6), programmeBy, before(programmeBy, -1)]) await announce(day)
  expect((await told()).map(({ standard, moment, dueOn }) => [standard, moment, dueOn])).toEqual([
    ['programme', 'soon', programmeBy],
    ['programme', 'today', programmeBy],
  ])
  expect((await told())[0]?.audience).toEqual({
    personIds: [managerId],
    institutionIds: [lead.subject.institutionId],
    roles: ['coordinator'],
  })
  // No service ran in the week before.
  await announce(before(lawBy, -3))
  expect((await told()).slice(2).map(({ standard, moment }) => [standard, moment])).toEqual([['law', 'today']])
})

test('PL21: a newer approved version stops the reviews of those before it', async () => {
  const first = await lead.calls.approvePlan({ planId })
  await writeIn(world, lead, planId, 'core', (doc) => appendParagraphs(proseOf(doc, 'area-return'), 'looked at again'))
  const second = await lead.calls.approvePlan({ planId })
  const earlier = (await told()).length
  await announce(before(reviewOf(second).programmeBy, 2))
  const fresh = (await told()).slice(earlier)
  expect(fresh.map(({ versionId }) => versionId)).toEqual([second.id])
  expect(fresh.map(({ versionId }) => versionId)).not.toContain(first.id)
})
