import { readFile } from 'node:fs/promises'
import { appendParagraphs, plainText, planDocumentVersion, proseOf } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { joinRoom } from './example-client.ts'
import { LiveClient, SocketFromOrigin } from './live-client-for-tests.ts'
import { openWorld, planOf, type World } from './service-for-tests.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.dispose())

test('the client in the protocol document is this one, and it works', async () => {
  const text = await readFile(new URL('../../../docs/live-plan-protocol.md', import.meta.url), 'utf8')
  expect(text).toContain(await readFile(new URL('./example-client.ts', import.meta.url), 'utf8'))

  const ana = await world.member(['core'])
  const planId = await planOf(world, ana)
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
  const ticket = await ana.calls.issueTicket({ planId, room: 'core', schemaVersion: planDocumentVersion })
  const provider = joinRoom(world.instance.address.replace('ws', 'http'), doc, ticket, told, SocketFromOrigin)
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
})
