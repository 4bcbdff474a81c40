import { createTestDatabase, eventually, type TestBus, type TestDatabase, testBus } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBus } from './bus.ts'
import { effects, notes, say, sender, taker } from './sample-services-for-tests.ts'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

let database: TestDatabase
let wire: TestBus
beforeEach(async () => {
  ;[database, wire] = await Promise.all([createTestDatabase([sender, taker]), testBus()])
})
afterEach(async () => {
  await wire.dispose()
  await database.dispose()
})

const startRelay = (bus = wire.bus) => bus.relay({ db: database.pools('sender').worker, schema: 'sender' })
const startTaker = (bus = wire.bus) =>
  bus.consume({ service: 'taker', db: database.pools('taker').worker, schema: 'taker', reactions: [notes()] })
const waiting = async () =>
  (await sql<{ count: number }>`select count(*) as count from sender.outbox where published_at is null`.execute(database.admin)).rows[0]
    ?.count

test('an event takes effect if its transaction stays, and not if it does not', async () => {
  startRelay()
  await startTaker()
  const { runtime } = database.pools('sender')
  await expect(
    runtime.transaction().execute(async (trx) => {
      await sql`insert into outbox (id, subject, data) values (gen_random_uuid(), 'mreza.sender.thing.noted.v1', '{"number":13}')`.execute(
        trx,
      )
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  await say(runtime, 1, 2)
  await eventually(async () => expect(await effects(database.admin)).toEqual([1, 2]))
})

test('the runtime role may add events but neither read, change nor remove them', async () => {
  const { runtime } = database.pools('sender')
  await say(runtime, 1)
  await expect(sql`select * from outbox`.execute(runtime)).rejects.toThrow('permission denied')
  await expect(sql`update outbox set published_at = now()`.execute(runtime)).rejects.toThrow('permission denied')
  await expect(sql`delete from outbox`.execute(runtime)).rejects.toThrow('permission denied')
})

test('two relays and two takers at once: every event takes effect once and in order (T29 small)', async () => {
  const second = openBus({ servers: wire.broker.url, name: 'second' })
  for (const bus of [wire.bus, second]) {
    startRelay(bus)
    await startTaker(bus)
  }
  const { runtime } = database.pools('sender')
  for (let start = 0; start < 400; start += 20) await say(runtime, ...upTo(20).map((number) => start + number))
  await eventually(async () => expect(await effects(database.admin)).toEqual(upTo(400)))
  await second.close()
})

test('a broker that is away makes no write fail, loses nothing, and is heard of in the status (T29 small)', async () => {
  startRelay()
  await startTaker()
  const { runtime } = database.pools('sender')
  await say(runtime, 0)
  await eventually(async () => expect(await effects(database.admin)).toEqual([0]))
  await wire.broker.kill()
  await eventually(() => expect(wire.bus.status()).toBe('down'))
  await say(runtime, 1, 2, 3)
  expect(await waiting()).toBe(3)
  await wire.broker.start()
  await eventually(async () => expect(await effects(database.admin)).toEqual([0, 1, 2, 3]))
  await eventually(async () => expect(await waiting()).toBe(0))
})

test('a bus that starts before its broker joins when the broker comes', async () => {
  await wire.broker.kill()
  const early = openBus({ servers: wire.broker.url, name: 'early' })
  startRelay(early)
  await startTaker(early)
  await say(database.pools('sender').runtime, 7)
  expect(early.status()).toBe('down')
  await wire.broker.start()
  await eventually(async () => expect(await effects(database.admin)).toEqual([7]))
  await early.close()
})

test('a broker that lost its store is filled from the outbox, and nothing takes effect twice (T31 small)', async () => {
  startRelay()
  const first = await startTaker()
  const { runtime } = database.pools('sender')
  await say(runtime, 0, 1)
  await eventually(async () => expect(await effects(database.admin)).toEqual([0, 1]))
  await first.stop()
  await say(runtime, 2, 3)
  await eventually(async () => expect(await waiting()).toBe(0))
  await wire.broker.kill()
  await wire.broker.loseStore()
  await wire.broker.start()
  await startTaker()
  await eventually(async () => expect(await effects(database.admin)).toEqual([0, 1, 2, 3]))
  await say(runtime, 4)
  await eventually(async () => expect(await effects(database.admin)).toEqual([0, 1, 2, 3, 4]))
})
