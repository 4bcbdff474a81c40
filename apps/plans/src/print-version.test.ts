import type { PlanId } from '@mreza/contracts-kernel'
import { PlanRoom, plansOperations, type VersionId } from '@mreza/contracts-plans'
import { appendParagraphs, proseOf } from '@mreza/plan-document'
import { pdfText, personClient } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { directoryStandIn } from './directory-stand-in.ts'
import { type Member, openWorld, planOf, type World } from './service-for-tests.ts'
import { addWholeGoal, announceMember, writeIn, writeWholeCore } from './whole-plan-for-tests.ts'

let world: World
let lead: Member
let school: Member
let shelter: Member
let planId: PlanId
let versionId: VersionId

beforeAll(async () => {
  world = await openWorld()
  lead = await world.member(PlanRoom.options, { roles: ['coordinator'] })
  school = await world.member(['core'])
  shelter = await world.member(['core', 'safety'])
  planId = await planOf(world, lead)
  await announceMember(world, school, ['core'])
  await announceMember(world, shelter, ['core', 'safety'])
  await writeIn(world, lead, planId, 'core', (doc) => writeWholeCore(doc, school.subject.institutionId))
  await writeIn(world, lead, planId, 'safety', (doc) => {
    addWholeGoal(doc, { area: 'area-safety', outcome: 'canary-safety', by: shelter.subject.institutionId })
    appendParagraphs(proseOf(doc, 'safety-plan'), 'canary-safety-plan')
  })
  await writeIn(world, lead, planId, 'health', (doc) => {
    appendParagraphs(proseOf(doc, 'area-health'), 'canary-health')
    addWholeGoal(doc, { area: 'area-health', outcome: 'canary-goal', by: school.subject.institutionId })
  })
  await writeIn(world, lead, planId, 'voice', (doc) => appendParagraphs(proseOf(doc, 'voice'), 'canary-voice'))
  versionId = (await lead.calls.approvePlan({ planId })).id
})
afterAll(() => world.dispose())

const canaries = ['canary-safety', 'canary-safety-plan', 'canary-health', 'canary-goal', 'canary-voice']
const print = async (member: Member, given: Partial<Parameters<Member['calls']['printVersion']>[0]> = {}) => {
  const { pdf, fileName } = await member.calls.printVersion({ versionId, audience: 'full', language: 'sr-Latn', ...given })
  return { text: pdfText(Buffer.from(pdf, 'base64')), fileName }
}
const seen = (text: string) => canaries.filter((canary) => text.includes(canary))

test('PL2 PL19: a copy holds what is open to who prints it, and no word of any other room', async () => {
  const whole = await print(lead)
  expect(seen(whole.text)).toEqual(canaries)
  expect(whole.fileName).toBe('plan-NI-26-0014-v1.pdf')
  for (const audience of ['full', 'institution', 'person'] as const)
    for (const language of ['en', 'sr-Latn', 'sr-Cyrl'] as const) {
      const { text } = await print(school, { audience, language })
      expect(text).toContain('wish-word')
      expect(seen(text)).toEqual([])
    }
  expect(seen((await print(shelter)).text)).toEqual(['canary-safety', 'canary-safety-plan'])
})

test('PL2: a copy made for another institution holds only rooms that it may open itself', async () => {
  const forSchool = await print(lead, { audience: 'institution', institutionId: school.subject.institutionId })
  expect(forSchool.text).toContain('deed core-goal-word')
  expect(seen(forSchool.text)).toEqual([])
  const forShelter = await print(lead, { audience: 'institution', institutionId: shelter.subject.institutionId })
  expect(seen(forShelter.text)).toEqual(['canary-safety'])
  const forStranger = await print(lead, { audience: 'institution', institutionId: (await world.member(['legal'])).subject.institutionId })
  expect(forStranger.text).not.toContain('wish-word')
})

test('PL19: what was printed can be printed again after the plan went on, word for word', async () => {
  await writeIn(world, lead, planId, 'core', (doc) => appendParagraphs(proseOf(doc, 'area-education'), 'written-later'))
  expect((await print(lead)).text).not.toContain('written-later')
})

test('PL19: drafts are not printed, and who may not read the plan prints nothing', async () => {
  const draft = await lead.calls.keepVersion({ planId, title: 'draft' })
  await expect(print(lead, { versionId: draft.id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(print(await world.member(['safety']))).rejects.toMatchObject({ code: 'not-found' })
})

test('D8: every print is written down: who, which version, for whom and what of it, and no word', async () => {
  const { rows } = await sql<{ person_id: string; refs: Record<string, string> }>`
    select person_id, refs from plans.audit_entry where action = 'print-plan' order by seq`.execute(world.database.admin)
  expect(rows[0]).toMatchObject({
    person_id: lead.subject.personId,
    refs: { planId, versionId, audience: 'full', language: 'sr-Latn', rooms: PlanRoom.options.join(' ') },
  })
  expect(rows.filter(({ refs }) => refs.forInstitutionId === shelter.subject.institutionId)).toHaveLength(1)
  expect(seen(JSON.stringify(rows))).toEqual([])
})

test('PL11 D11: who loses a right while a copy is typeset gets no copy', async () => {
  const leaving = await world.member(['core', 'safety'])
  const narrowed = await world.member(['core', 'safety'])
  let withdraw: () => Promise<unknown> = async () => undefined
  // What a copy holds was read before the directory is asked for the names on it.
  const slow = await world.another(undefined, async (request) => {
    await withdraw()
    return directoryStandIn(request)
  })
  const printThere = ({ session }: Member) =>
    personClient(plansOperations, slow.service.door, 'plans', session).printVersion({ versionId, audience: 'full', language: 'en' })
  expect((await printThere(leaving)).pdf).not.toBe('')
  withdraw = () => leaving.endParticipation()
  await expect(printThere(leaving)).rejects.toMatchObject({ code: 'not-found' })
  withdraw = () =>
    sql`update conferences.participation set sections = '{core}' where institution_id = ${narrowed.subject.institutionId}`.execute(
      world.database.admin,
    )
  await expect(printThere(narrowed)).rejects.toMatchObject({ code: 'not-found' })
})
