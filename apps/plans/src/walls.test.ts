import type { PlanId, Role, Section } from '@mreza/contracts-kernel'
import { PlanRoom, type VersionId } from '@mreza/contracts-plans'
import { appendParagraphs, planDocumentVersion, proseOf, prosePlacesOf } from '@mreza/plan-document'
import { eventually, seedOf } from '@mreza/testkit'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LiveClient } from './live-client-for-tests.ts'
import { type Member, openWorld, planOf, type World } from './service-for-tests.ts'
import type { PlansTables } from './store/tables.ts'

let world: World
let planId: PlanId
let versionId: VersionId
const roomIds = new Map<Section, string>()

beforeAll(async () => {
  world = await openWorld()
  const lead = await world.member(PlanRoom.options)
  planId = await planOf(world, lead)
  for (const room of PlanRoom.options) {
    const client = new LiveClient(lead, planId, room)
    await client.join(world.instance.address)
    const [place = 'voice'] = prosePlacesOf(room)
    appendParagraphs(proseOf(client.doc, place), `of ${room}`)
    await eventually(() => expect(client.saved.count.unsaved).toBe(0))
    client.leave()
  }
  await eventually(async () => {
    const { rows } = await sql`select from plans.room_content`.execute(world.database.admin)
    expect(rows).toHaveLength(5)
  })
  versionId = (await lead.calls.keepVersion({ planId, title: 'kept' })).id
  const { rows } = await sql<{ id: string; room: Section }>`select id, room from plans.room where plan_id = ${planId}`.execute(
    world.database.admin,
  )
  for (const { id, room } of rows) roomIds.set(room, id)
})
afterAll(() => world.dispose())

/** One person as they stand towards the case. */
interface State {
  readonly roles: readonly Role[]
  readonly sections: readonly Section[]
  readonly ended: boolean
  readonly revoked: boolean
  /** How far the lead narrowed their institution in this plan. */
  readonly narrowed: 'not' | 'comment' | 'read'
}

/** Who may open which room: written once more, with nothing of the product, to hold all walls against. */
const mayOpen = ({ roles, sections, ended, revoked }: State): Section[] => {
  const works = roles.some((role) => ['coordinator', 'practitioner', 'head', 'center-officer'].includes(role))
  if (!works || ended || revoked || !sections.includes('core')) return []
  return PlanRoom.options.filter((room) => sections.includes(room))
}

/** The most they may do in an open room. */
const mostOf = ({ narrowed }: State): string => (narrowed === 'not' ? 'write' : narrowed)

const someState: fc.Arbitrary<State> = fc.record({
  roles: fc.uniqueArray(
    fc.constantFrom<Role>('coordinator', 'practitioner', 'head', 'city-official', 'center-officer', 'auditor', 'administrator'),
    {
      maxLength: 3,
    },
  ),
  sections: fc.oneof(
    fc.subarray([...PlanRoom.options]),
    fc.subarray([...PlanRoom.options]).map((sections): Section[] => [...new Set<Section>(['core', ...sections])]),
  ),
  ended: fc.constantFrom(false, false, true),
  revoked: fc.constantFrom(false, false, false, true),
  narrowed: fc.constantFrom('not', 'not', 'comment', 'read'),
})

const personIn = async ({ roles, sections, ended, revoked, narrowed }: State): Promise<Member> => {
  const member = await world.member(sections, { roles: [...roles] })
  if (narrowed !== 'not')
    await sql`insert into plans.narrowed_right (plan_id, case_id, institution_id, narrowed_to, by, at)
      values (${planId}, ${world.caseId}, ${member.subject.institutionId}, ${narrowed}, ${member.subject.personId}, now())`.execute(
      world.database.admin,
    )
  if (ended) await member.endParticipation()
  if (revoked) await member.session.revoke()
  return member
}

/** The rooms that the operations open, each for as much as this. */
const throughOperations = async (member: Member, most: string): Promise<Section[]> => {
  const opened = await member.calls.openPlan({ caseId: world.caseId }).catch(() => null)
  const read = await member.calls.readPlan({ planId }).catch(() => null)
  const entered: Section[] = []
  for (const room of PlanRoom.options) {
    const ticket = await member.calls.issueTicket({ planId, room, schemaVersion: planDocumentVersion }).catch(() => null)
    if (ticket !== null) entered.push(room)
  }
  const doors = opened?.rooms.filter(({ right }) => right !== 'none').map(({ room, right }) => `${room} ${right}`) ?? []
  expect(doors).toEqual(entered.map((room) => `${room} ${most}`))
  expect(read?.rooms.map(({ room }) => room) ?? []).toEqual(entered)
  return entered
}

/** The rooms whose rows the database shows to this session by itself. */
const throughRows = async (member: Member, table: 'room' | 'room_content' | 'version_room'): Promise<Section[]> => {
  const { runtime } = world.database.pools<PlansTables>('plans')
  const rows = await runtime.transaction().execute(async (trx) => {
    await sql`select set_config('mreza.session_key', ${member.session.databaseKey}, true)`.execute(trx)
    return trx.selectFrom(table).select('room').execute()
  })
  return PlanRoom.options.filter((room) => rows.some((row) => row.room === room))
}

class Undo extends Error {}

/** Whether the worker, which keeps the log, may add a row to it in their name with their key set, whatever the service says; nothing of it stays. */
const throughLogMay = async (member: Member, room: Section): Promise<boolean> => {
  const { worker } = world.database.pools<PlansTables>('plans')
  const { personId, institutionId } = member.subject
  const id = roomIds.get(room)
  await sql`insert into plans.client_issue (room_id, client_id, case_id, room, person_id, institution_id, issued_at)
    values (${id}, 4712, ${world.caseId}, ${room}, ${personId}, ${institutionId}, now())`.execute(world.database.admin)
  const work = worker.transaction().execute(async (trx) => {
    await sql`select set_config('mreza.session_key', ${member.session.databaseKey}, true)`.execute(trx)
    await sql`insert into room_update (room_id, seq, case_id, room, update, client_id, person_id, institution_id, at)
      values (${id}, 999, ${world.caseId}, ${room}, ''::bytea, 4712, ${personId}, ${institutionId}, now())`.execute(trx)
    throw new Undo()
  })
  try {
    return await work.then(
      () => false,
      (error: unknown) => error instanceof Undo,
    )
  } finally {
    await sql`delete from plans.client_issue where client_id = 4712`.execute(world.database.admin)
  }
}

/** Whether the rows let them do this in a room, whatever the service says; nothing of it stays. */
const throughRowsMay = async (member: Member, room: Section, what: 'comment' | 'write'): Promise<boolean> => {
  const { runtime } = world.database.pools<PlansTables>('plans')
  const { personId, institutionId } = member.subject
  const id = roomIds.get(room)
  const key = sql`select set_config('mreza.session_key', ${member.session.databaseKey}, true)`
  const statement =
    what === 'comment'
      ? sql`insert into thread (id, room_id, plan_id, case_id, room, anchor, started_at)
          values (gen_random_uuid(), ${id}, ${planId}, ${world.caseId}, ${room}, '{}', now())`
      : sql`insert into room_update (room_id, seq, case_id, room, update, client_id, person_id, institution_id, at)
          values (${id}, 999, ${world.caseId}, ${room}, ''::bytea, 4711, ${personId}, ${institutionId}, now())`
  const work = runtime.transaction().execute(async (trx) => {
    await key.execute(trx)
    if (what === 'write')
      await sql`insert into client_issue (room_id, client_id, case_id, room, person_id, institution_id, issued_at)
        values (${id}, 4711, ${world.caseId}, ${room}, ${personId}, ${institutionId}, now())`.execute(trx)
    await statement.execute(trx)
    throw new Undo()
  })
  return work.then(
    () => false,
    (error: unknown) => error instanceof Undo,
  )
}

test('T01 D1: operations, tickets and rows open the same rooms as the model, in every state', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(someState, fc.constantFrom(...PlanRoom.options), async (state, asked) => {
      const member = await personIn(state)
      const expected = mayOpen(state)
      expect(await throughRows(member, 'room')).toEqual(expected)
      expect(await throughRows(member, 'room_content')).toEqual(expected)
      expect(await throughRows(member, 'version_room')).toEqual(expected)
      const kept = await member.calls.readVersion({ versionId }).catch(() => null)
      expect(kept?.rooms.map(({ room }) => room) ?? []).toEqual(expected)
      expect(await throughOperations(member, mostOf(state))).toEqual(expected)
      const most = expected.includes(asked) ? mostOf(state) : 'none'
      expect(await throughRowsMay(member, asked, 'write')).toBe(most === 'write')
      expect(await throughLogMay(member, asked)).toBe(most === 'write')
      expect(await throughRowsMay(member, asked, 'comment')).toBe(most === 'write' || most === 'comment')
    }),
    { numRuns: Number(process.env.MREZA_TRIAL_STATES ?? 120), seed: seedOf('plans-walls') },
  )
})

test('T06 D5: a forged or missing key shows no row', async () => {
  const { runtime } = world.database.pools<PlansTables>('plans')
  for (const key of ['', 'x', "' or true --", 'A'.repeat(43)]) {
    const seen = await runtime.transaction().execute(async (trx) => {
      await sql`select set_config('mreza.session_key', ${key}, true)`.execute(trx)
      return [...(await trx.selectFrom('plan').select('id').execute()), ...(await trx.selectFrom('activity').select('id').execute())]
    })
    expect(seen).toEqual([])
  }
})

test('D1 PL7: the rows refuse an update in the name of somebody else, or into a closed room, whatever the service says', async () => {
  const member = await world.member(['core'])
  const { clientId } = await member.calls.issueTicket({ planId, room: 'core', schemaVersion: planDocumentVersion })
  const pools = world.database.pools<PlansTables>('plans')
  const rooms = await sql<{ id: string; room: Section }>`select id, room from plans.room where plan_id = ${planId}`.execute(
    world.database.admin,
  )
  const insert = (role: 'runtime' | 'worker', room: Section, personId: string) =>
    pools[role].transaction().execute(async (trx) => {
      await sql`select set_config('mreza.session_key', ${member.session.databaseKey}, true)`.execute(trx)
      await sql`insert into room_update (room_id, seq, case_id, room, update, client_id, person_id, institution_id, at)
        values (${rooms.rows.find((row) => row.room === room)?.id}, 999, ${world.caseId}, ${room}, ''::bytea, ${clientId}, ${personId}, ${member.subject.institutionId}, now())`.execute(
        trx,
      )
    })
  const stranger = await world.member(['core'])
  for (const role of ['runtime', 'worker'] as const) {
    await expect(insert(role, 'core', stranger.subject.personId)).rejects.toThrow(/row-level security/)
    await expect(insert(role, 'safety', member.subject.personId)).rejects.toThrow(/row-level security/)
    await insert(role, 'core', member.subject.personId)
    await sql`delete from plans.room_update where seq = 999`.execute(world.database.admin)
  }
  await member.endParticipation()
  for (const role of ['runtime', 'worker'] as const)
    await expect(insert(role, 'core', member.subject.personId)).rejects.toThrow(/row-level security/)
})
