import { eventually, startBroker } from '@mreza/testkit'
import { expect, test } from 'vitest'
import { BrokerAway, openBus } from './bus.ts'

test('a broker that asks for a token lets in who has it; who has not goes on asking and stays down', async () => {
  const broker = await startBroker({ token: 's3cret' })
  const warnings: string[] = []
  const log = { info: () => undefined, warn: (message: string) => warnings.push(message), error: () => undefined }
  const inside = openBus({ servers: broker.url, name: 'inside', token: 's3cret' })
  const outside = openBus({ servers: broker.url, name: 'outside', token: 'wrong', log })
  await eventually(() => expect(inside.status()).toBe('up'))
  await eventually(() => expect(warnings.length).toBeGreaterThan(2))
  expect(outside.status()).toBe('down')
  await expect(outside.listDead()).rejects.toThrow(BrokerAway)
  expect(await inside.listDead()).toEqual([])
  await Promise.all([inside.close(), outside.close()])
  await broker.stop()
})

test('a bus without a broker closes at once', async () => {
  const bus = openBus({ servers: 'nats://127.0.0.1:1', name: 'alone' })
  await bus.close()
  expect(bus.status()).toBe('down')
})
