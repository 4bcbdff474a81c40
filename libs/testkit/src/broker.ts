import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dieWithUs, end } from './ended.ts'
import { eventually } from './eventually.ts'
import { freePort } from './free-port.ts'
import { natsBinary } from './nats-binary.ts'

/** A real nats-server with a store of its own. */
export interface Broker {
  readonly url: string
  /** Takes it down as a power cut would (`SIGKILL`). */
  kill(): Promise<void>
  /** Brings it back on the same port and store. */
  start(): Promise<void>
  /** Loses everything that it stored; only while it is down. */
  loseStore(): Promise<void>
  /** Ends it and removes its store. */
  stop(): Promise<void>
}

const reachable = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve()
    })
    socket.once('error', reject)
  })

/** Starts a nats-server with JetStream on a free port; with `token`, it lets in only those who show it. */
export const startBroker = async ({ token }: { readonly token?: string } = {}): Promise<Broker> => {
  const program = natsBinary()
  const store = await mkdtemp(join(tmpdir(), 'mreza-test-nats-'))
  const port = await freePort()
  let child: ChildProcess | undefined
  const start = async () => {
    child = spawn(
      program,
      ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', store, ...(token === undefined ? [] : ['--auth', token])],
      { stdio: 'ignore' },
    )
    dieWithUs(child, store)
    await eventually(() => reachable(port))
  }
  const stopWith = async (signal: NodeJS.Signals) => {
    if (child !== undefined) await end(child, signal)
    child = undefined
  }
  const lose = () => rm(store, { recursive: true, force: true, maxRetries: 3 })
  await start()
  return {
    url: `nats://127.0.0.1:${port}`,
    kill: () => stopWith('SIGKILL'),
    start,
    loseStore: lose,
    stop: async () => {
      await stopWith('SIGTERM')
      await lose()
    },
  }
}
