import { createTestDatabase, eventually, type TestBus, type TestDatabase, testBus } from '@mreza/testkit'
import { sql } from 'kysely'
import { connect, type NatsConnection } from 'nats'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { effects, noted, notes, say, sender, taker } from './sample-services-for-tests.ts'
import { ensureStreams } from './streams.ts'

let database: TestDatabase
let wire: TestBus
let raw: NatsConnection
beforeEach(async () => {
  ;[database, wire] = await Promise.all([createTestDatabase([sender, taker]), testBus()])
  raw = await connect({ servers: wire.broker.url })
  await ensureStreams(raw)
})
afterEach(async () => {
  await raw.close()
  await wire.dispose()
  await database.dispose()
})

const start = async (before?: (number: number) => void) => {
  wire.bus.relay({ db: database.pools('sender').worker, schema: 'sender' })
  return await wire.bus.consume({ service: 'taker', db: database.pools('taker').worker, schema: 'taker', reactions: [notes(before)] })
}
const envelope = (id: string, data: unknown) => JSON.stringify({ id, at: '2026-03-24T13:20:00.000Z', subject: noted.subject, data })

test('the same event delivered again has no second effect (T30 small)', async () => {
  await start()
  const broker = raw.jetstream()
  for (let time = 0; time < 5; time += 1)
    await broker.publish(noted.subject, envelope('0198c0de-0000-7000-8000-000000000001', { number: 5 }))
  await say(database.pools('sender').runtime, 6)
  await eventually(async () => expect(await effects(database.admin)).toEqual([5, 6]))
})

test('a reaction that fails is undone, tried five times, parked without content, and can be replayed (T34 small)', async () => {
  let broken = true
  let tries = 0
  await start((number) => {
    if (number !== 2) return
    tries += 1
    if (broken) throw new RangeError('secret words')
  })
  await say(database.pools('sender').runtime, 1, 2, 3)
  await eventually(async () => expect(await effects(database.admin)).toEqual([1, 3]))
  expect(tries).toBe(5)
  const dead = await wire.bus.listDead()
  expect(dead).toMatchObject([{ service: 'taker', subject: noted.subject, reason: 'reaction-failed', error: 'RangeError', tries: 5 }])
  expect(JSON.stringify(dead)).not.toContain('secret')
  broken = false
  expect(await wire.bus.replayDead(dead.map(({ seq }) => seq))).toBe(1)
  await eventually(async () => expect(await effects(database.admin)).toEqual([1, 3, 2]))
  expect(await wire.bus.listDead()).toEqual([])
})

test('what does not fit its contract is parked at once, and what comes after it arrives (T34 small)', async () => {
  await start()
  const broker = raw.jetstream()
  await broker.publish(noted.subject, 'not json')
  await broker.publish(noted.subject, envelope('not-an-id', { number: 1 }))
  await broker.publish(noted.subject, envelope('0198c0de-0000-7000-8000-000000000002', { number: 'one' }))
  await broker.publish(noted.subject, envelope('0198c0de-0000-7000-8000-000000000003', { number: 1, more: true }))
  await say(database.pools('sender').runtime, 9)
  await eventually(async () => expect(await effects(database.admin)).toEqual([9]))
  const reasons = (await wire.bus.listDead()).map(({ reason, tries }) => ({ reason, tries }))
  expect(reasons).toEqual(Array.from({ length: 4 }, () => ({ reason: 'malformed', tries: 1 })))
})

test('a database that is away parks nothing: the event waits for it', async () => {
  await start()
  const { runtime } = database.pools('sender')
  await say(runtime, 1)
  await eventually(async () => expect(await effects(database.admin)).toEqual([1]))
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.admin)
  const name = sql.id(rows[0]?.name ?? '')
  await say(runtime, 2)
  await sql`alter database ${name} connection limit 0`.execute(database.admin)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename like 'mreza%' and datname = current_database()`.execute(
    database.admin,
  )
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  await sql`alter database ${name} connection limit -1`.execute(database.admin)
  await say(runtime, 3)
  await eventually(async () => expect(await effects(database.admin)).toEqual([1, 2, 3]))
  expect(await wire.bus.listDead()).toEqual([])
})

test('stopping in the middle of many events ends it; the rest waits for the next one', async () => {
  const numbers = Array.from({ length: 60 }, (_, index) => index)
  const consumer = await start()
  await say(database.pools('sender').runtime, ...numbers)
  await eventually(async () => expect((await effects(database.admin)).length).toBeGreaterThan(0))
  await consumer.stop()
  await wire.bus.consume({ service: 'taker', db: database.pools('taker').worker, schema: 'taker', reactions: [notes()] })
  await eventually(async () => expect(new Set(await effects(database.admin))).toEqual(new Set(numbers)), 25_000)
})
