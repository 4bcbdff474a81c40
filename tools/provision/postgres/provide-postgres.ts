import type { Guardian } from '../guardian.ts'
import type { Provided } from '../provided.ts'
import type { ServerUser } from '../server-user.ts'
import { supervise } from '../supervise.ts'
import { databaseName, makeCluster, ownerRole } from './make-cluster.ts'
import { postgresPrograms } from './programs.ts'
import { runPostgres } from './run-postgres.ts'

export interface PostgresPlan {
  /** The folder that holds, or will hold, `postgres/`. */
  readonly folder: string
  readonly runFolder: string
  readonly user: ServerUser | null
  readonly password: string
  readonly guardian: Guardian
  /** Further settings, `name=value`; only tests give any. */
  readonly settings?: readonly string[]
}

/** The database named by DATABASE_URL if one is, else one of our own, kept running until stopped. */
export async function providePostgres(given: string | undefined, plan: () => PostgresPlan): Promise<Provided> {
  if (given) return somebodyElses(given)
  const { folder, runFolder, user, password, guardian, settings } = plan()
  const programs = postgresPrograms(folder, user)
  const cluster = makeCluster({ folder, programs, user, password })
  const run = { program: programs.postgres, cluster, user, runFolder, guardian, ...(settings && { settings }) }
  const { server, port } = await runPostgres(run)
  const kept = supervise('PostgreSQL', server, async () => (await runPostgres({ ...run, port })).server)
  const url = `postgres://${ownerRole}:${password}@127.0.0.1:${port}/${databaseName}`
  return { url, description: `${programs.version} on 127.0.0.1:${port}, data in ${cluster}`, stop: kept.stop }
}

/** Loaded only here: the database library is not needed to start a database of our own. */
async function somebodyElses(url: string): Promise<Provided> {
  const { checkDatabase } = await import('./check-database.ts')
  return { url, description: `${await checkDatabase(url)} at ${new URL(url).host} (DATABASE_URL)`, stop: async () => {} }
}
