import { type Bus, openBus } from '@mreza/bus'
import { type Broker, startBroker } from './broker.ts'

export interface TestBus {
  readonly bus: Bus
  readonly broker: Broker
  dispose(): Promise<void>
}

const given = (url: string): Broker => {
  const refuse = async () => {
    throw new Error('the broker of MREZA_TEST_NATS_URL is not ours to stop')
  }
  return { url, kill: refuse, start: refuse, loseStore: refuse, stop: async () => undefined }
}

/**
 * A bus of its own broker, so that test files do not hear each other. With `MREZA_TEST_NATS_URL` that broker is used
 * instead, and files must then run one after the other.
 */
export const testBus = async (): Promise<TestBus> => {
  const url = process.env.MREZA_TEST_NATS_URL
  const broker = url === undefined ? await startBroker() : given(url)
  const bus = openBus({ servers: broker.url, name: 'test' })
  return {
    bus,
    broker,
    dispose: async () => {
      await bus.close()
      await broker.stop()
    },
  }
}
