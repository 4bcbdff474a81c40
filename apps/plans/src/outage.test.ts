import { setTimeout as sleep } from 'node:timers/promises'
import type { PlanId } from '@mreza/contracts-kernel'
import { appendParagraphs, plainText, proseOf } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LiveClient } from './live-client-for-tests.ts'
import { type Member, openWorld, planOf, type World } from './service-for-tests.ts'

let world: World
let ana: Member
let planId: PlanId

beforeAll(async () => {
  world = await openWorld()
  ana = await world.member(['core'])
  planId = await planOf(world, ana)
})
afterAll(() => world.dispose())

const text = (client: LiveClient) => plainText(proseOf(client.doc, 'area-family'))

/** Ends every connection of the service to the database, as a restart of it would. */
const cutDatabase = () =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename like 'mreza_plans%'`.execute(
    world.database.admin,
  )

test('T13 PL7: the database ends all connections again and again under load, and nothing is lost or doubled', {
  timeout: 120_000,
}, async () => {
  const writers = [new LiveClient(ana, planId, 'core'), new LiveClient(await world.member(['core']), planId, 'core')]
  for (const writer of writers) await writer.join(world.instance.address)
  const typed: string[] = []
  for (let n = 0; n < 60; n += 1) {
    for (const [at, writer] of writers.entries()) {
      typed.push(`${at}-${n}`)
      appendParagraphs(proseOf(writer.doc, 'area-family'), `${at}-${n}`)
    }
    if (n % 10 === 5) await cutDatabase()
    await sleep(10)
  }
  for (const writer of writers) {
    if (writer.line.closes.length > 0) await eventually(() => writer.join(world.instance.address))
    await eventually(() => expect(writer.saved.count.unsaved).toBe(0))
  }
  const fresh = new LiveClient(ana, planId, 'core')
  await fresh.join(world.instance.address)
  expect(text(fresh).split('\n').sort()).toEqual(typed.sort())
  await eventually(() => {
    for (const writer of writers) expect(text(writer)).toBe(text(fresh))
  })
  for (const client of [fresh, ...writers]) client.leave()
})

test('D21 PL7: without a broker people write on, and two instances still come to show the same', { timeout: 60_000 }, async () => {
  const second = await world.another()
  const [one, two] = [new LiveClient(ana, planId, 'core'), new LiveClient(ana, planId, 'core')]
  await one.join(world.instance.address)
  await two.join(second.address)
  await world.bus.broker.kill()
  appendParagraphs(proseOf(one.doc, 'area-family'), 'written without a broker')
  await eventually(() => expect(one.saved.count.unsaved).toBe(0))
  await eventually(() => expect(text(two)).toContain('written without a broker'))
  await world.bus.broker.start()
  one.leave()
  two.leave()
})
