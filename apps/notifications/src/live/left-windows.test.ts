import { once } from 'node:events'
import { type ClientRequest, get, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Listening, serve } from '@mreza/service'
import { eventually, type TestSession, testSession, testSubject } from '@mreza/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World, watchHeaders, watchPath } from '../service-for-tests.ts'
import { mostStreams } from './inbox-bells.ts'

let world: World
let listening: Listening
let ana: TestSession

beforeAll(async () => {
  world = await openWorld()
  listening = await serve(world.service, 0)
  ana = await testSession(world.database.admin, { subject: testSubject() })
})
afterAll(async () => {
  await listening.close()
  await world.dispose()
})

/** A window whose stream has said its first word, or the refusal that it got instead. */
const openWindow = async (): Promise<{ request: ClientRequest; first: string }> => {
  const request = get(listening.address + watchPath, { headers: watchHeaders(ana) })
  request.on('error', () => undefined)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  let said = ''
  for await (const chunk of response.iterator({ destroyOnReturn: false })) {
    said += String(chunk)
    if (/unread|refusal/.test(said)) break
  }
  return { request, first: said }
}

const openAll = () => Promise.all(Array.from({ length: mostStreams }, openWindow))

const collectGarbage = async () => {
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  for (let round = 0; round < 5; round += 1) {
    collect()
    await sleep(20)
  }
}

describe('windows that are closed', () => {
  it('let their streams go, however long they were open, so that others can be opened', async () => {
    const windows = await openAll()
    for (const { first } of windows) expect(first).toContain('"unread":0')
    expect((await openWindow()).first).toContain('too-many-requests')
    await collectGarbage()
    for (const { request } of windows) request.destroy()
    await eventually(async () => {
      const { request, first } = await openWindow()
      request.destroy()
      expect(first).toContain('"unread":0')
    }, 5_000)
    await eventually(async () => {
      const again = await openAll()
      for (const { request } of again) request.destroy()
      expect(again.every(({ first }) => first.includes('"unread":0'))).toBe(true)
    }, 5_000)
  })
})
