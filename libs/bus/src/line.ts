import { setTimeout as sleep } from 'node:timers/promises'
import { type ConnectionOptions, connect, Events, type NatsConnection } from 'nats'
import { type BusLog, nameError } from './bus-log.ts'

/** The line to the broker: it is kept for ever, and its being away stops nobody. */
export interface Line {
  /** The connection, if it stands now. */
  current(): NatsConnection | undefined
  /** Calls `fn` each time the line comes up, and at once if it is up. The answer takes `fn` back. */
  whenUp(fn: (connection: NatsConnection) => void): () => void
  close(): Promise<void>
}

const standing: Partial<ConnectionOptions> = {
  maxReconnectAttempts: -1,
  reconnectTimeWait: 250,
  reconnectJitter: 250,
  timeout: 3_000,
  pingInterval: 10_000,
  maxPingOut: 2,
}

type Tell = (up: boolean) => void

/** Tells each change. The client does not end this when the connection is closed for good. */
const watch = async (connection: NatsConnection, tell: Tell): Promise<void> => {
  for await (const status of connection.status()) {
    if (status.type === Events.Disconnect) tell(false)
    if (status.type === Events.Reconnect) tell(true)
  }
}

/** Follows one connection until it is closed for good. */
const follow = async (connection: NatsConnection, tell: Tell): Promise<void> => {
  tell(true)
  void watch(connection, tell)
  await connection.closed()
  tell(false)
}

export const openLine = (options: ConnectionOptions, log: BusLog): Line => {
  const closing = new AbortController()
  const waiting = new Set<(connection: NatsConnection) => void>()
  let connection: NatsConnection | undefined
  let up = false

  const tell = (now: boolean): void => {
    if (now === up) return
    up = now
    if (!closing.signal.aborted) log[now ? 'info' : 'warn'](now ? 'the broker is there' : 'the broker is away')
    if (now && connection !== undefined) for (const fn of [...waiting]) fn(connection)
  }

  const keep = async (): Promise<void> => {
    for (let pause = 100; !closing.signal.aborted; pause = Math.min(pause * 2, 5_000)) {
      try {
        connection = await connect({ ...standing, ...options })
        pause = 100
        if (closing.signal.aborted) await connection.close()
        await follow(connection, tell)
      } catch (error) {
        log.warn('the broker cannot be reached', { reason: nameError(error) })
      }
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }

  const kept = keep()
  const current = () => (up ? connection : undefined)
  return {
    current,
    whenUp: (fn) => {
      waiting.add(fn)
      const standingNow = current()
      if (standingNow !== undefined) fn(standingNow)
      return () => waiting.delete(fn)
    },
    close: async () => {
      closing.abort()
      if (up) await connection?.flush().catch(() => undefined)
      await connection?.close().catch(() => undefined)
      await kept
    },
  }
}
