import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTestDatabase, eventually, seedOf, type TestBus, type TestDatabase, testBus } from '@mreza/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { effects, say, sender, taker } from './sample-services-for-tests.ts'

let database: TestDatabase
let wire: TestBus
beforeAll(async () => {
  ;[database, wire] = await Promise.all([createTestDatabase([sender, taker]), testBus()])
})
afterAll(async () => {
  await wire.dispose()
  await database.dispose()
})

const start = (): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'whole-process-for-tests.ts'), database.adminUrl, wire.broker.url], {
    stdio: 'inherit',
  })
const kill = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

test('T29 small: relay and consumer are killed again and again; every event takes effect once and in order', {
  timeout: 120_000,
}, async () => {
  const { runtime } = database.pools('sender')
  const count = 600
  const saying = (async () => {
    for (let number = 0; number < count; number += 1) {
      await say(runtime, number)
      await sleep(5)
    }
  })()
  for (const life of fc.sample(fc.integer({ min: 600, max: 1_600 }), { numRuns: 4, seed: seedOf('T29') })) {
    const child = start()
    await sleep(life)
    await kill(child)
  }
  await saying
  const last = start()
  try {
    await eventually(async () => expect(await effects(database.admin)).toHaveLength(count), 60_000)
    expect(await effects(database.admin)).toEqual(Array.from({ length: count }, (_, index) => index))
  } finally {
    await kill(last)
  }
})
