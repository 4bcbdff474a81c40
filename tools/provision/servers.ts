import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Guardian } from './guardian.ts'
import { Halt } from './halt.ts'
import { type Installation, saveInstallation } from './installation.ts'
import { provideNats } from './nats/provide-nats.ts'
import { providePostgres } from './postgres/provide-postgres.ts'
import type { Provided } from './provided.ts'
import { say } from './say.ts'
import { serverFolder } from './server-folder.ts'
import { type ServerUser, serverUser } from './server-user.ts'

export interface ServersPlan {
  readonly dataFolder: string
  readonly runFolder: string
  readonly cacheFolder: string
  readonly installation: Installation
  readonly guardian: Guardian
  readonly env: NodeJS.ProcessEnv
  readonly postgresSettings?: readonly string[]
}

export interface Servers {
  readonly postgres: Provided
  readonly nats: Provided
  stop(): Promise<void>
}

/** PostgreSQL and NATS, each the one that the environment names or one of our own. What was started is stopped again if the rest fails. */
export async function provideServers(plan: ServersPlan): Promise<Servers> {
  const { DATABASE_URL, NATS_URL } = plan.env
  const place = DATABASE_URL && NATS_URL ? undefined : placeServers(plan)
  const home = () => place ?? placeServers(plan)
  const postgres = await providePostgres(DATABASE_URL, () => ({
    ...home(),
    runFolder: plan.runFolder,
    password: plan.installation.postgresPassword,
    guardian: plan.guardian,
    ...(plan.postgresSettings && { settings: plan.postgresSettings }),
  }))
  say.line('PostgreSQL', postgres.description)
  try {
    const { natsPassword: password } = plan.installation
    const nats = await provideNats(NATS_URL, () => ({ ...plan, ...home(), password }))
    say.line('NATS', nats.description)
    return { postgres, nats, stop: () => nats.stop().finally(() => postgres.stop()) }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/** Where our own servers keep their data and as whom they run; remembered, because the answer must be the same the next time. */
function placeServers(plan: ServersPlan): { folder: string; user: ServerUser | null } {
  const { installation, dataFolder } = plan
  const known = installation.serversIn
  if (known && !existsSync(known))
    throw new Halt(
      `The database of this installation was in ${known} and is not there any more. Restore it from a backup, or choose another folder with --data.`,
    )
  const user = serverUser(known && join(known, 'postgres'))
  const folder = known ?? serverFolder(dataFolder, user, installation.id)
  mkdirSync(plan.runFolder, { recursive: true, mode: 0o700 })
  if (!known) saveInstallation(dataFolder, { ...installation, serversIn: folder })
  return { folder, user }
}
