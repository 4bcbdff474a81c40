import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildWorkspace } from '../provision/build-workspace.ts'
import { checkDiskSpace } from '../provision/disk-space.ts'
import { conduct, Ending } from '../provision/ending.ts'
import { freePort, isFree } from '../provision/free-port.ts'
import { startGuardian } from '../provision/guardian.ts'
import { Halt } from '../provision/halt.ts'
import { openInstallation, readInstallation } from '../provision/installation.ts'
import { lockDataFolder } from '../provision/lock.ts'
import { say } from '../provision/say.ts'
import { provideServers } from '../provision/servers.ts'
import { supervise } from '../provision/supervise.ts'
import { type Flags, help, readFlags } from './flags.ts'
import { endLeftoverServices, type RunningServices, startServices } from './services.ts'

const root = join(import.meta.dirname, '..', '..')
const cacheFolder = join(root, '.mreza', 'cache')
const usualPort = 4600
const ending = new Ending()
let stopping = false

/** `npm start`: from nothing to an address that answers. */
async function start(): Promise<number | undefined> {
  const flags = readFlags(process.argv.slice(2), process.env, root)
  if (flags.help) {
    say.text(help)
    return 0
  }
  say.title('Mreža')
  const { dataFolder } = flags
  const runFolder = join(dataFolder, 'run')
  mkdirSync(runFolder, { recursive: true, mode: 0o711 })
  checkDiskSpace(dataFolder)
  const lock = lockDataFolder(dataFolder)
  ending.add(() => lock.release())
  const installation = openInstallation(dataFolder, flags.demo)
  await endLeftoverServices(runFolder, root)
  const port = await choosePort(flags)
  const guardian = startGuardian()
  ending.add(() => guardian.end())
  const servers = await provideServers({ dataFolder, runFolder, cacheFolder, installation, guardian, env: process.env })
  ending.add(() => servers.stop())
  const dist = await buildWorkspace(root, cacheFolder)
  const origin = process.env.MREZA_PUBLIC_ORIGIN ?? `http://localhost:${port}`
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: join(cacheFolder, 'compiled'),
    DATABASE_URL: servers.postgres.url,
    NATS_URL: servers.nats.url,
    PORT: String(port),
    MREZA_DATA: dataFolder,
    MREZA_DEMO: installation.demo ? '1' : '0',
    MREZA_PUBLIC_ORIGIN: origin,
    MREZA_WORKSPACE_DIST: dist,
    MREZA_PROTOCOLS: join(root, 'protocols'),
  }
  say.line('services', flags.separate ? 'starting, each as a process of its own …' : 'starting …')
  const run = () => startServices({ root, runFolder, args: flags.separate ? ['--separate'] : [], env, guardian })
  const services = await run()
  ending.add(supervise('services', services, run, giveUp).stop)
  lock.tell({ address: origin, servers: { databaseUrl: servers.postgres.url, natsUrl: servers.nats.url } })
  welcome(origin, installation.demo, services, dataFolder)
  process.send?.({ ready: true, address: origin, dataFolder })
  return undefined
}

async function choosePort(flags: Flags): Promise<number> {
  if (flags.port === undefined) return freePort(usualPort)
  if (await isFree(flags.port)) return flags.port
  throw new Halt(
    `Port ${flags.port} is taken by another program. Stop that program, choose another port with --port, or leave --port out to get a free one.`,
  )
}

function welcome(origin: string, demo: boolean, { ready }: RunningServices, dataFolder: string): void {
  const signIn = demo
    ? 'Choose a person on the sign-in page: every name there is invented, and one click signs you in.'
    : ready.setupLink
      ? `Nobody has an account yet. This link works once and makes the administrator’s:\n  ${ready.setupLink}`
      : 'Sign in with your account.'
  say.text(`\n  Open ${origin}\n  ${signIn}\n\n  Everything is kept in ${placesOf(dataFolder)}. Ctrl-C stops.\n`)
}

function placesOf(dataFolder: string): string {
  const serversIn = readInstallation(dataFolder)?.serversIn ?? dataFolder
  return serversIn === dataFolder ? dataFolder : `${dataFolder} and ${serversIn}`
}

function giveUp(): void {
  void ending.run().then(() => process.exit(1))
}

await conduct(ending, start, () => {
  if (!stopping) say.text('\n  stopping …')
  stopping = true
})
