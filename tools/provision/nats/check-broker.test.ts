import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { anyPort } from '../free-port.ts'
import { checkBroker, isOlder } from './check-broker.ts'

let server: Server | undefined
afterEach(() => server?.close())

/** Something that greets as a broker does. */
async function greeter(words: string): Promise<string> {
  const port = await anyPort()
  server = createServer((socket) => socket.on('error', () => {}).write(words))
  await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
  return `nats://127.0.0.1:${port}`
}

test('a broker of today with JetStream is taken', async () => {
  expect(await checkBroker(await greeter('INFO {"version":"2.12.6","jetstream":true}\r\n'))).toBe('2.12.6')
})

test('one without JetStream, one too old, a stranger and nobody are each refused with a sentence', async () => {
  await expect(checkBroker(await greeter('INFO {"version":"2.12.6"}\r\n'))).rejects.toThrow('without JetStream')
  await expect(checkBroker(await greeter('INFO {"version":"2.2.0","jetstream":true}\r\n'))).rejects.toThrow('needs 2.9')
  await expect(checkBroker(await greeter('SSH-2.0-OpenSSH\r\n'))).rejects.toThrow('does not answer')
  await expect(checkBroker(`nats://127.0.0.1:${await anyPort()}`)).rejects.toThrow('does not answer')
  await expect(checkBroker('http://[')).rejects.toThrow('is not an address')
})

test('versions are compared as numbers', () => {
  expect(isOlder('2.10.1')).toBe(false)
  expect(isOlder('2.8.9')).toBe(true)
  expect(isOlder('3.0.0')).toBe(false)
})
