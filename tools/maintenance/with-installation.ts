import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { conduct, Ending } from '../provision/ending.ts'
import { startGuardian } from '../provision/guardian.ts'
import { Halt } from '../provision/halt.ts'
import { readInstallation } from '../provision/installation.ts'
import { holderOf, lockDataFolder } from '../provision/lock.ts'
import { provideServers } from '../provision/servers.ts'

const root = join(import.meta.dirname, '..', '..')

/** An installation as a maintenance command sees it. */
export interface OpenInstallation {
  readonly dataFolder: string
  /** The owner's address of the database. */
  readonly databaseUrl: string
  readonly natsUrl: string
}

/** The data folder that the command is about: MREZA_DATA, else the usual one. */
export const dataFolderOf = (env: NodeJS.ProcessEnv): string => resolve(env.MREZA_DATA ?? join(root, '.mreza', 'data'))

/**
 * Runs a maintenance command on the installation: on the servers named by DATABASE_URL and NATS_URL, else on those of the running
 * installation, else on its own servers, which are started for as long as the command runs. `work` gives the exit code.
 */
export function withInstallation(work: (installation: OpenInstallation) => Promise<number>): Promise<void> {
  const ending = new Ending()
  return conduct(
    ending,
    async () => work(await open(ending, process.env)),
    () => {},
    130,
  )
}

async function open(ending: Ending, env: NodeJS.ProcessEnv): Promise<OpenInstallation> {
  const dataFolder = dataFolderOf(env)
  if (env.DATABASE_URL && env.NATS_URL) return { dataFolder, databaseUrl: env.DATABASE_URL, natsUrl: env.NATS_URL }
  const holder = holderOf(dataFolder)
  if (holder?.servers) return { dataFolder, ...holder.servers }
  return start(ending, env, dataFolder)
}

async function start(ending: Ending, env: NodeJS.ProcessEnv, dataFolder: string): Promise<OpenInstallation> {
  const installation = existsSync(dataFolder) ? readInstallation(dataFolder) : undefined
  if (!installation)
    throw new Halt(`There is no installation in ${dataFolder}. Begin one with npm start, or name its folder in MREZA_DATA.`)
  const runFolder = join(dataFolder, 'run')
  mkdirSync(runFolder, { recursive: true, mode: 0o711 })
  const lock = lockDataFolder(dataFolder)
  ending.add(() => lock.release())
  const guardian = startGuardian()
  ending.add(() => guardian.end())
  const servers = await provideServers({ dataFolder, runFolder, cacheFolder: join(root, '.mreza', 'cache'), installation, guardian, env })
  ending.add(() => servers.stop())
  return { dataFolder, databaseUrl: servers.postgres.url, natsUrl: servers.nats.url }
}
