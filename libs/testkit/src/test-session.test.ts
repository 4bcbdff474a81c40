import { asSubject } from '@mreza/db'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identityStandIn } from './identity-stand-in.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import { testSession } from './test-session.ts'
import { testSubject } from './test-subject.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase([identityStandIn])
})
afterAll(() => database.dispose())

const whoAsks = (key: string) =>
  asSubject(database.pools('identity').runtime, key, (trx) =>
    sql`select person_id, institution_id, sector, roles from access.subject()`.execute(trx).then(({ rows }) => rows),
  )

test('a session is its person until it is revoked; another key is nobody', async () => {
  const subject = testSubject({ roles: ['coordinator', 'practitioner'] })
  const session = await testSession(database.admin, { subject })
  const { personId: person_id, institutionId: institution_id, sector, roles } = subject
  expect(await whoAsks(session.databaseKey)).toEqual([{ person_id, institution_id, sector, roles }])
  expect(await whoAsks('forged')).toEqual([])
  await session.revoke()
  expect(await whoAsks(session.databaseKey)).toEqual([])
})

test('a person may have several sessions', async () => {
  const subject = testSubject()
  const sessions = [await testSession(database.admin, { subject }), await testSession(database.admin, { subject })]
  for (const { databaseKey } of sessions) expect(await whoAsks(databaseKey)).toHaveLength(1)
})
