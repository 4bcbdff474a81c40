import { eventually, type TestBus, testBus } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBus } from './bus.ts'

let wire: TestBus
beforeAll(async () => {
  wire = await testBus()
  await eventually(() => expect(wire.bus.status()).toBe('up'))
})
afterAll(() => wire.dispose())

test('a signal is heard once here and once elsewhere, by those whose pattern it fits', async () => {
  const other = openBus({ servers: wire.broker.url, name: 'other' })
  await eventually(() => expect(other.status()).toBe('up'))
  const heard: string[] = []
  wire.bus.onSignal('plan.*.changed', (data, subject) => heard.push(`here ${subject} ${data}`))
  wire.bus.onSignal('plan.>', () => heard.push('here any'))
  wire.bus.onSignal('plan.two', () => heard.push('wrong'))
  other.onSignal('plan.*.changed', (data, subject) => heard.push(`there ${subject} ${data}`))
  await eventually(() => {
    heard.length = 0
    wire.bus.signal('plan.one.changed', '7')
    return eventually(() => expect(heard.toSorted()).toEqual(['here any', 'here plan.one.changed 7', 'there plan.one.changed 7']), 200)
  })
  await other.close()
})

test('a listener that was stopped hears nothing more', async () => {
  const heard: string[] = []
  const listener = wire.bus.onSignal('a.b', (data) => heard.push(data))
  wire.bus.signal('a.b', '1')
  await listener.stop()
  wire.bus.signal('a.b', '2')
  expect(heard).toEqual(['1'])
})

test('signals work within one process while the broker is away, and between processes when it is back', async () => {
  const other = openBus({ servers: wire.broker.url, name: 'other' })
  const heard: string[] = []
  wire.bus.onSignal('x', (data) => heard.push(`here ${data}`))
  other.onSignal('x', (data) => heard.push(`there ${data}`))
  await wire.broker.kill()
  await eventually(() => expect([wire.bus.status(), other.status()]).toEqual(['down', 'down']))
  wire.bus.signal('x', '1')
  expect(heard).toEqual(['here 1'])
  await wire.broker.start()
  await eventually(() => {
    wire.bus.signal('x', '2')
    expect(heard).toContain('there 2')
  })
  await other.close()
})
