import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts'

let server: Server
let heard: string
let proxy: TcpProxy
let client: Socket
let said: string

beforeEach(async () => {
  heard = ''
  said = ''
  server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      heard += String(bytes)
      socket.write(`re:${String(bytes)}`)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  proxy = await startTcpProxy(typeof address === 'object' && address !== null ? address.port : 0)
  client = connect(proxy.port, '127.0.0.1')
  client.on('error', () => undefined)
  client.on('data', (bytes) => {
    said += String(bytes)
  })
  client.write('a')
  await eventually(() => expect(said).toBe('re:a'))
})
afterEach(async () => {
  client.destroy()
  await proxy.stop()
  server.close()
})

const closed = (socket: Socket) => new Promise((resolve) => socket.on('close', resolve))

test('what is said over a silent line arrives when it is healed', async () => {
  proxy.cut('silent')
  client.write('b')
  const another = connect(proxy.port, '127.0.0.1')
  another.on('error', () => undefined)
  await once(another, 'connect')
  another.write('c')
  expect(heard).toBe('a')
  proxy.heal()
  await eventually(() => expect([...heard].sort()).toEqual(['a', 'b', 'c']))
  await eventually(() => expect(said).toBe('re:are:b'))
  another.destroy()
})

test('a mute line carries there and not back', async () => {
  proxy.cut('mute')
  client.write('b')
  await eventually(() => expect(heard).toBe('ab'))
  expect(said).toBe('re:a')
  proxy.heal()
  await eventually(() => expect(said).toBe('re:are:b'))
})

test('a reset ends what is open and refuses what comes', async () => {
  const ended = closed(client)
  proxy.cut('reset')
  await ended
  const refused = connect(proxy.port, '127.0.0.1')
  refused.on('error', () => undefined)
  await closed(refused)
  proxy.heal()
  const again = connect(proxy.port, '127.0.0.1')
  again.write('d')
  await eventually(() => expect(heard).toBe('ad'))
  again.destroy()
})
