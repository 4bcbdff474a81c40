import { setTimeout as sleep } from 'node:timers/promises'
import { eventually, type PostgresServer, startPostgres } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, openWorld, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { percentile, tellFigures } from '../figures.ts'
import { type Random, randomOf } from '../random.ts'
import { size } from '../size.ts'
import { type PlansProcess, Spares } from './plans-process.ts'
import { WritingRoom } from './writing-room.ts'

const kills = size(100, 500)
const writers = 8
const room = 'core'
/** So many in one plan, so that no document grows without end. */
const killsOfPlan = 25
/** Milliseconds between two kills, at most. */
const longestPeace = 300

let postgres: PostgresServer
let world: World
let spares: Spares
let members: Member[]
let serving: PlansProcess

beforeAll(async () => {
  postgres = await startPostgres({ durable: true })
  world = await openWorld(postgres.adminUrl)
  spares = await Spares.keep(world, 0)
  members = await Promise.all(Array.from({ length: writers }, () => world.member([room])))
  serving = await spares.next()
})
afterAll(async () => {
  await spares.dispose()
  await world.dispose()
  await postgres.stop()
})

/** One of the processes in which PostgreSQL does the service's work. */
const someBackend = async (random: Random): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database() and usename like 'mreza_plans%' order by pid`.execute(
    world.database.admin,
  )
  return random.pick(rows).pid
}

const killSomething = async (random: Random): Promise<void> => {
  if (random.oneIn(4)) {
    await postgres.kill()
    await postgres.start()
  } else process.kill(await eventually(() => someBackend(random)), 'SIGKILL')
}

test('T13: the database of these trials keeps what it commits: fsync, synchronous_commit, full pages, checksums', async () => {
  const { rows } = await sql`
    select name, setting from pg_settings
    where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums') order by name`.execute(world.database.admin)
  expect(rows).toEqual(['data_checksums', 'fsync', 'full_page_writes', 'synchronous_commit'].map((name) => ({ name, setting: 'on' })))
})

test(`T13 PL7: ${kills} kills of PostgreSQL's processes, the first among them, under ${writers} writers: all that was shown as saved is there once`, async () => {
  const random = randomOf('T13')
  const away: number[] = []
  let acknowledged = 0
  for (let plan = 0; plan < kills / killsOfPlan; plan += 1) {
    const writing = await eventually(() => WritingRoom.open({ world, members, room, random }))
    writing.begin(async () => serving.address)
    for (let kill = 0; kill < killsOfPlan; kill += 1) {
      await sleep(random.below(longestPeace))
      await killSomething(random)
      await writing.expectKept()
    }
    await writing.settle(serving.address)
    away.push(...writing.away)
    acknowledged += writing.shown.length
  }
  tellFigures('T13', {
    kills,
    acknowledged,
    'back after, ms, p50': Math.round(percentile(away, 50)),
    p99: Math.round(percentile(away, 99)),
  })
})
