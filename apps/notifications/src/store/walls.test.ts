import type { Subject } from '@mreza/contracts-kernel'
import { asSubject, asWorker, type Pools } from '@mreza/db'
import { createTestDatabase, identityStandIn, type TestDatabase, type TestSession, testSession, testSubject } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { told } from '../inbox-for-tests.ts'
import { tell } from './inboxes.ts'
import { notificationsMigrations } from './migrations/index.ts'
import type { Tables } from './tables.ts'

let database: TestDatabase
let db: Pools<Tables>
let ana: TestSession
let boris: TestSession

const lineFor = (subject: Subject) => asWorker(db.worker, (trx) => tell(trx, told(subject.institutionId), [subject.personId]))

beforeAll(async () => {
  database = await createTestDatabase([identityStandIn, notificationsMigrations])
  db = database.pools<Tables>('notifications')
  ana = await testSession(database.admin, { subject: testSubject() })
  boris = await testSession(database.admin, { subject: testSubject({ institutionId: ana.subject.institutionId }) })
  await lineFor(ana.subject)
  await lineFor(boris.subject)
})
afterAll(() => database.dispose())

/** Everything that the rows show to a key, with no question of ours in front of them. */
const seenWith = (key: string) =>
  asSubject(db.runtime, key, (trx) => trx.selectFrom('notification').select('person_id').execute()).then((rows) =>
    rows.map((row) => row.person_id),
  )

const denied = /permission denied/

describe('the rows themselves, with no service in front (rule D1)', () => {
  it('NO4 show each person their own lines only', async () => {
    expect(await seenWith(ana.databaseKey)).toEqual([ana.subject.personId])
    expect(await seenWith(boris.databaseKey)).toEqual([boris.subject.personId])
  })

  it('NO4 show nothing without a key, with a forged one and in a plain transaction', async () => {
    expect(await seenWith('')).toEqual([])
    expect(await seenWith(`${ana.databaseKey}x`)).toEqual([])
    expect(await seenWith(ana.subject.personId)).toEqual([])
    expect(await db.runtime.selectFrom('notification').selectAll().execute()).toEqual([])
  })

  it('NO4 show nothing once the session is revoked', async () => {
    const ended = await testSession(database.admin, { subject: ana.subject })
    expect(await seenWith(ended.databaseKey)).toHaveLength(1)
    await ended.revoke()
    expect(await seenWith(ended.databaseKey)).toEqual([])
  })

  it('NO4 let nobody mark the lines of others as read', async () => {
    const marked = await asSubject(db.runtime, ana.databaseKey, (trx) =>
      trx.updateTable('notification').set({ read_at: new Date().toISOString() }).executeTakeFirst(),
    )
    expect(marked.numUpdatedRows).toBe(1n)
    const unread = await asWorker(db.worker, (trx) =>
      trx.selectFrom('notification').select('person_id').where('read_at', 'is', null).execute(),
    )
    expect(unread).toEqual([{ person_id: boris.subject.personId }])
  })

  it.each([
    'delete from notification',
    "update notification set refs = '{}'",
    'update notification set person_id = gen_random_uuid()',
    `insert into notification (id, person_id, kind, at, refs, event_id) values (gen_random_uuid(), gen_random_uuid(), 'task-done', now(), '{}', gen_random_uuid())`,
    'select * from announcement',
    'select * from membership_change',
    'select * from processed_event',
    'truncate notification',
  ])('NO3 NO4 refuse a person: %s', async (statement) => {
    await expect(asSubject(db.runtime, ana.databaseKey, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(denied)
  })

  it('let the worker neither change a line nor empty the table', async () => {
    const change = asWorker(db.worker, (trx) => trx.updateTable('notification').set({ read_at: new Date().toISOString() }).execute())
    await expect(change).rejects.toThrow(denied)
    await expect(asWorker(db.worker, (trx) => sql`truncate notification`.execute(trx))).rejects.toThrow(denied)
  })
})
