import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { appendParagraphs, plainText, proseOf } from '@mreza/plan-document'
import { eventually, seedOf } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LiveClient } from './live-client-for-tests.ts'
import { openWorld, planOf, type World } from './service-for-tests.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.dispose())

const processFile = fileURLToPath(new URL('./plans-process-for-tests.ts', import.meta.url))

const startProcess = async (): Promise<{ child: ChildProcess; address: string }> => {
  const { adminUrl, passwords } = world.database
  const child = spawn(process.execPath, [processFile, adminUrl, JSON.stringify(passwords), world.bus.broker.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.stdout === null) throw new Error('no output')
  const [address] = await once(createInterface(child.stdout), 'line')
  return { child, address: String(address) }
}

/** A small generator with a seed, so that a failing run can be repeated. */
const randomOf = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const kills = Number(process.env.MREZA_TRIAL_KILLS ?? 10)

test(`T12 PL7: ${kills} kills under load lose nothing that was shown as saved, and all replicas are one`, {
  timeout: 180_000,
}, async () => {
  const random = randomOf(seedOf('plans-kill'))
  const ana = await world.member(['core'])
  const planId = await planOf(world, ana)
  const writers = await Promise.all(Array.from({ length: 4 }, async () => new LiveClient(await world.member(['core']), planId, 'core')))
  const acknowledged = new Set<string>()
  const typed = writers.map(() => [] as string[])
  const notice = () => {
    for (const [at, writer] of writers.entries()) {
      const saved = (typed[at]?.length ?? 0) - writer.saved.count.unsaved
      for (const word of typed[at]?.slice(0, saved) ?? []) acknowledged.add(word)
    }
  }
  for (let round = 0; round < kills; round += 1) {
    const { child, address } = await startProcess()
    for (const writer of writers) await eventually(() => writer.join(address))
    const killAt = 10 + Math.floor(random() * 60)
    for (let n = 0; n < 100 && child.exitCode === null && child.signalCode === null; n += 1) {
      for (const [at, writer] of writers.entries()) {
        const word = `r${round}w${at}n${n}`
        typed[at]?.push(word)
        appendParagraphs(proseOf(writer.doc, 'area-family'), word)
      }
      if (n === killAt) child.kill('SIGKILL')
      await sleep(Math.floor(random() * 6))
      notice()
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    notice()
    const seen = new LiveClient(ana, planId, 'core')
    await seen.join(world.instance.address)
    const words = new Set(plainText(proseOf(seen.doc, 'area-family')).split('\n'))
    for (const word of acknowledged) expect(words, `${word} was shown as saved`).toContain(word)
    for (const writer of writers)
      for (const word of plainText(proseOf(writer.doc, 'area-family')).split('\n'))
        if (word !== '' && !typed[writers.indexOf(writer)]?.includes(word)) expect(words, `${word} was seen by another`).toContain(word)
    seen.leave()
    for (const writer of writers) writer.leave()
  }
  expect(acknowledged.size).toBeGreaterThan(kills)
  for (const writer of writers) await writer.join(world.instance.address)
  await eventually(() => {
    for (const writer of writers) expect(writer.saved.count.unsaved).toBe(0)
  })
  const fresh = new LiveClient(ana, planId, 'core')
  await fresh.join(world.instance.address)
  const final = plainText(proseOf(fresh.doc, 'area-family'))
  expect(final.split('\n').sort()).toEqual(typed.flat().sort())
  await eventually(() => {
    for (const writer of writers) expect(plainText(proseOf(writer.doc, 'area-family'))).toBe(final)
  })
  for (const client of [fresh, ...writers]) client.leave()
})
