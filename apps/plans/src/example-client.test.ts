import { readFile } from 'node:fs/promises'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { appendParagraphs, plainText, proseOf } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { joinRoom } from './example-client.ts'
import { LiveClient } from './live-client-for-tests.ts'
import { openWorld, planOf, testOrigin, type World } from './service-for-tests.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.dispose())

/** A door before the instance that names the installation's origin, as the gateway does. */
const openDoor = async (): Promise<{ origin: string; close(): void }> => {
  const server = createServer()
  server.on('upgrade', (incoming, socket) => {
    const { hostname, port } = new URL(world.instance.address)
    const onward = httpRequest({ hostname, port, path: incoming.url, headers: { ...incoming.headers, origin: testOrigin } })
    onward.on('upgrade', (answer, inner, first) => {
      const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`)
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('\r\n')}\r\n\r\n`)
      socket.write(first)
      inner.pipe(socket).pipe(inner)
    })
    onward.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.closeAllConnections() }
}

test('the client in the protocol document is this one, and it works', async () => {
  const text = await readFile(new URL('../../../docs/live-plan-protocol.md', import.meta.url), 'utf8')
  expect(text).toContain(await readFile(new URL('./example-client.ts', import.meta.url), 'utf8'))

  const ana = await world.member(['core'])
  const planId = await planOf(world, ana)
  const door = await openDoor()
  const doc = new Y.Doc()
  let saved = 0
  const ends: string[] = []
  const told = {
    onSaved: (frames: number) => {
      saved = frames
    },
    onRefused: () => undefined,
    onEnd: (reason: string) => void ends.push(reason),
  }
  const ticket = await ana.calls.issueTicket({ planId, room: 'core', schemaVersion: 1 })
  const provider = joinRoom(door.origin, doc, ticket, told)
  await eventually(() => expect(provider.synced).toBe(true))
  appendParagraphs(proseOf(doc, 'area-family'), 'from the example')
  await eventually(() => expect(saved).toBe(2))
  const other = new LiveClient(ana, planId, 'core')
  await other.join(world.instance.address)
  expect(plainText(proseOf(other.doc, 'area-family'))).toBe('from the example')
  await ana.endParticipation()
  await eventually(() => expect(ends).toEqual(['revoked']))
  provider.destroy()
  other.leave()
  door.close()
})
