import { chownSync, copyFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { anyPort, freePort } from '../free-port.ts'
import type { Guardian } from '../guardian.ts'
import { Halt } from '../halt.ts'
import type { Provided } from '../provided.ts'
import { canReach, ownedFolder } from '../server-folder.ts'
import { endLeftover, lastLines, logSince, logSize, type ServerPlan, type ServerProcess, startServer } from '../server-process.ts'
import type { ServerUser } from '../server-user.ts'
import { supervise } from '../supervise.ts'
import { checkBroker } from './check-broker.ts'
import { findNatsServer } from './find-nats-server.ts'
import { greeting } from './greeting.ts'
import { natsSettings } from './settings.ts'

const usualPort = 4223
const secondsToStart = 30

export interface NatsPlan {
  /** The folder that holds, or will hold, `nats/`. */
  readonly folder: string
  readonly runFolder: string
  readonly cacheFolder: string
  readonly user: ServerUser | null
  readonly password: string
  readonly guardian: Guardian
}

/** The broker named by NATS_URL if one is, else one of our own with JetStream, kept running until stopped. */
export async function provideNats(given: string | undefined, plan: () => NatsPlan): Promise<Provided> {
  if (given) return { url: given, description: `${await checkBroker(given)} (NATS_URL)`, stop: async () => {} }
  const own = plan()
  const program = findNatsServer(own.cacheFolder)
  const folder = ownedFolder(own.folder, 'nats', own.user)
  const path = own.user && !canReach(own.user, dirname(program.path)) ? copied(program.path, own.folder) : program.path
  const configuration = join(folder, 'nats.conf')
  await endLeftover(own.runFolder, signals, configuration)
  const start = (port?: number) => run({ ...own, path, folder, configuration }, port)
  const { server, port } = await start()
  const kept = supervise('NATS', server, async () => (await start(port)).server)
  const url = `nats://mreza:${own.password}@127.0.0.1:${port}`
  return { url, description: `${program.version} on 127.0.0.1:${port}, ${program.origin}`, stop: kept.stop }
}

const signals = { name: 'nats', stopSignal: 'SIGTERM', lastResort: 'SIGKILL' } as const

interface NatsRun extends NatsPlan {
  readonly path: string
  readonly configuration: string
}

async function run(plan: NatsRun, fixedPort: number | undefined): Promise<{ server: ServerProcess; port: number }> {
  let port = fixedPort ?? (await freePort(usualPort))
  for (let attempt = 1; ; attempt++) {
    configure(plan, port)
    const from = logSize(plan.runFolder, 'nats')
    const server = startServer(planOf(plan), plan.guardian)
    if (await isReady(port, server)) return { server, port }
    await server.stop()
    const said = logSince(plan.runFolder, 'nats', from)
    if (attempt === 5 || !/address already in use/i.test(said)) throw new Halt(sentenceFor(said, plan))
    if (fixedPort === undefined) port = await anyPort()
    else await sleep(500)
  }
}

function configure(plan: NatsRun, port: number): void {
  writeFileSync(plan.configuration, natsSettings({ port, password: plan.password, store: join(plan.folder, 'jetstream') }), { mode: 0o600 })
  if (plan.user) chownSync(plan.configuration, plan.user.uid, plan.user.gid)
}

function planOf(plan: NatsRun): ServerPlan {
  return {
    ...signals,
    command: plan.path,
    args: ['-c', plan.configuration],
    user: plan.user,
    cwd: plan.folder,
    runFolder: plan.runFolder,
    env: { TZ: 'UTC' },
  }
}

async function isReady(port: number, { child }: ServerProcess): Promise<boolean> {
  const deadline = performance.now() + secondsToStart * 1000
  while (performance.now() < deadline && child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    if ((await greeting('127.0.0.1', port, 500))?.jetstream && child.exitCode === null) return true
    await sleep(40)
  }
  return false
}

function copied(program: string, folder: string): string {
  const target = join(folder, 'nats-server')
  copyFileSync(program, target)
  return target
}

function sentenceFor(said: string, plan: NatsRun): string {
  if (/no space left/i.test(said))
    return `The disk that holds ${plan.folder} is full, and NATS cannot start. Free some space and run the command again.`
  return `NATS did not start. The last words of its log (${join(plan.runFolder, 'nats.log')}):\n${lastLines(plan.runFolder, 'nats')}`
}
