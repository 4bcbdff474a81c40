import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serviceEnvironment, serviceFlags } from '@mreza/standalone'
import { freePort } from '@mreza/testkit'
import { sql } from 'kysely'
import { packService } from '../../../tools/pack/pack-service.ts'
import type { Contest, Contestant, ContestantName, Doorway } from './contestant.ts'
import { peerPackage } from './peers.ts'
import { type PlansWorld, plansDocuments, plansEnvironment } from './plans-world.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { hocuspocusWire, plainWire, type Wire } from './wire.ts'

const serverFile = (name: string) => join(import.meta.dirname, 'servers', `${name}.ts`)
const longestLog = 500
const settlingMs = 4 * 60_000

/** Resolves when the housekeeping has replaced the long logs by snapshots. */
const compacted = async ({ database }: PlansWorld, since: number): Promise<number | undefined> => {
  while (Date.now() - since < settlingMs) {
    const { rows } = await sql`select from plans.room_update group by room_id having count(*) >= ${longestLog}`.execute(database.admin)
    if (rows.length === 0) return (Date.now() - since) / 1_000
    await sleep(500)
  }
  return undefined
}

const root = join(import.meta.dirname, '..', '..', '..')

/** Made once, before the first turn. */
const packed = packService(join(root, 'apps', 'plans', 'src', 'main.ts'), join(root, '.mreza', 'cache', 'bench-plans'))

/** The plans service as it runs in a process of its own in an image. */
const ours = (world: PlansWorld): Contestant => ({
  name: 'ours',
  title: 'Mreža',
  open: async () => ({
    start: async () => startServer([...serviceFlags, await packed], { ...serviceEnvironment, ...plansEnvironment(world) }),
    documents: (server, count) => plansDocuments(world, server, count),
    settled: (since) => compacted(world, since),
    remove: async () => undefined,
  }),
})

const largestClientId = 2 ** 32 - 1

/** Documents of servers that let everybody in. */
const openDocuments = (count: number, wireOf: (name: string) => Wire): Doorway[] =>
  Array.from({ length: count }, (_, at) => {
    const name = `document-${at}`
    const wire = wireOf(name)
    return async ({ address }, clientId = randomInt(1, largestClientId)) => ({ url: `${address}/${name}`, protocols: [], clientId, wire })
  })

interface Peer {
  readonly words: (folder: string) => readonly string[]
  readonly env?: (folder: string, port: number) => NodeJS.ProcessEnv
  readonly wireOf: (name: string) => Wire
  readonly settled: (folder: string, since: number, server: ServerProcess) => Promise<number | undefined>
}

const peer = (name: ContestantName, title: string, { words, env, wireOf, settled }: Peer): Contestant => ({
  name,
  title,
  open: async (): Promise<Contest> => {
    const folder = mkdtempSync(join(tmpdir(), 'mreza-bench-'))
    return {
      start: async () => startServer(words(folder), env?.(folder, await freePort())),
      documents: async (_server: ServerProcess, count) => openDocuments(count, wireOf),
      settled: (since, server) => settled(folder, since, server),
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    }
  },
})

/** The whole document is written a while after the last change. */
const stored = async (folder: string, since: number): Promise<number | undefined> => {
  while (Date.now() - since < settlingMs) {
    const { mtimeMs } = statSync(join(folder, 'documents.sqlite'))
    if (mtimeMs > since) return (mtimeMs - since) / 1_000
    await sleep(50)
  }
  return undefined
}

const hocuspocus = (mode: 'shipped' | 'safe'): Peer => ({
  words: (folder) => [serverFile('hocuspocus'), folder, mode],
  wireOf: hocuspocusWire,
  settled: stored,
})

/** Its store says nothing to the outside: it is done when the server has nothing to do for a while. */
const idle = async ({ cpu }: ServerProcess, since: number): Promise<number | undefined> => {
  const [step, enough] = [500, 4]
  let [quiet, before] = [0, cpu()]
  while (Date.now() - since < settlingMs) {
    await sleep(step)
    const now = cpu()
    quiet = now - before < 0.03 ? quiet + 1 : 0
    before = now
    if (quiet === enough) return (Date.now() - since - step * enough) / 1_000
  }
  return undefined
}

const yWebsocket: Peer = {
  words: () => [join(peerPackage('@y/websocket-server'), 'src', 'server.js')],
  env: (folder, port) => ({ HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: join(folder, 'level') }),
  wireOf: () => plainWire(false),
  settled: (_folder, since, server) => idle(server, since),
}

const relay: Peer = { words: (folder) => [serverFile('relay'), folder], wireOf: () => plainWire(false), settled: async () => 0 }

/** All that are compared, in the order of the tables. */
export const contestantsIn = (world: PlansWorld): readonly Contestant[] => [
  ours(world),
  peer('y-websocket', 'y-websocket + LevelDB', yWebsocket),
  peer('hocuspocus', 'Hocuspocus + SQLite, as shipped', hocuspocus('shipped')),
  peer('hocuspocus-safe', 'Hocuspocus, stored before shown', hocuspocus('safe')),
  peer('relay', 'bare relay with fdatasync', relay),
]
