import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { configOf } from './connection.ts'

/** An open LISTEN; `stop` ends its connection. */
export interface Listener {
  stop(): Promise<void>
}

const longestPause = 5_000

/** Resolves when the connection is gone, for whatever reason. */
const ended = (client: Client): Promise<void> =>
  new Promise((resolve) => {
    client.once('end', resolve)
    client.on('error', () => resolve())
  })

/**
 * Calls `heard` for every NOTIFY on `channel`, and once after each (re)connection, since what was sent while
 * the line was away is lost. Reconnects for ever with a growing pause; it never throws.
 */
export const listen = (db: object, channel: string, heard: (payload: string) => void): Listener => {
  const stopping = new AbortController()
  /** Set once it is connected: the driver cannot be told to give up a connection that is still being made. */
  let connected: Client | undefined

  const session = async (client: Client): Promise<void> => {
    client.on('notification', (message) => heard(message.payload ?? ''))
    const gone = ended(client)
    await client.connect()
    connected = client
    if (stopping.signal.aborted) return
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
    heard('')
    await gone
  }

  const hangUp = async (): Promise<void> => {
    const client = connected
    connected = undefined
    await client?.end().catch(() => undefined)
  }

  const run = async (): Promise<void> => {
    for (let pause = 100; !stopping.signal.aborted; pause = Math.min(pause * 2, longestPause)) {
      const started = Date.now()
      await session(new Client(configOf(db))).catch(() => undefined)
      await hangUp()
      if (Date.now() - started > longestPause) pause = 100
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const done = run()
  return {
    stop: async () => {
      stopping.abort()
      await hangUp()
      await done
    },
  }
}
