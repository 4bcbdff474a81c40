import { spawnSync } from 'node:child_process'
import { appendFileSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Halt } from '../halt.ts'
import { ownedFolder } from '../server-folder.ts'
import type { ServerUser } from '../server-user.ts'
import type { PostgresPrograms } from './programs.ts'

/** The role that owns the database: migrations and operator commands use it, no service does. */
export const ownerRole = 'mreza_owner'
export const databaseName = 'mreza'

export interface ClusterPlan {
  readonly folder: string
  readonly programs: PostgresPrograms
  readonly user: ServerUser | null
  readonly password: string
}

/**
 * Sees that `folder/postgres` is a database of the right version and holds today's settings. A new one is made beside it and moved
 * into place when it is whole, so that a command killed half-way leaves nothing that looks like a database.
 */
export function makeCluster(plan: ClusterPlan): string {
  const cluster = join(plan.folder, 'postgres')
  if (existsSync(join(cluster, 'PG_VERSION'))) checkVersion(cluster, plan.programs)
  else initialise(plan, cluster)
  const settings = new URL('../../../infra/postgres/mreza.conf', import.meta.url)
  write(join(cluster, 'conf.d', 'mreza.conf'), readFileSync(settings, 'utf8'), plan.user)
  return cluster
}

function initialise(plan: ClusterPlan, cluster: string): void {
  const fresh = `${cluster}.new`
  rmSync(fresh, { recursive: true, force: true })
  rmSync(cluster, { recursive: true, force: true })
  ownedFolder(plan.folder, 'postgres.new', plan.user)
  const passwordFile = join(plan.folder, 'postgres.password')
  write(passwordFile, plan.password, plan.user)
  try {
    run(plan, plan.programs.initdb, [...initFlags, `--username=${ownerRole}`, `--pwfile=${passwordFile}`, `--pgdata=${fresh}`])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  mkdirSync(join(fresh, 'conf.d'), { mode: 0o700 })
  if (plan.user) chownSync(join(fresh, 'conf.d'), plan.user.uid, plan.user.gid)
  appendFileSync(join(fresh, 'postgresql.conf'), "\ninclude_dir = 'conf.d'\n")
  run(plan, plan.programs.postgres, ['--single', '-D', fresh, 'postgres'], `CREATE DATABASE ${databaseName};\n`)
  renameSync(fresh, cluster)
}

const initFlags = [
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--locale-provider=icu',
  '--icu-locale=sr-Latn-RS',
  '--auth=scram-sha-256',
  '--data-checksums',
]

function run(plan: ClusterPlan, command: string, args: readonly string[], input = ''): void {
  const done = spawnSync(command, args, {
    cwd: plan.folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    ...(plan.user ?? {}),
  })
  if (done.status === 0) return
  const said = `${done.error?.message ?? ''}${done.stdout ?? ''}${done.stderr ?? ''}`
  if (/No space left/.test(said)) throw new Halt(`The disk that holds ${plan.folder} is full. Free some space and run the command again.`)
  throw new Halt(`PostgreSQL could not make its database in ${plan.folder}. What it said:\n${said.trim().split('\n').slice(-8).join('\n')}`)
}

function checkVersion(cluster: string, programs: PostgresPrograms): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === programs.version.split('.')[0]) return
  throw new Halt(
    `${cluster} was written by PostgreSQL ${found} and this is PostgreSQL ${programs.version}. Run the release that wrote it, make a backup, and restore it here.`,
  )
}

function write(file: string, text: string, user: ServerUser | null): void {
  writeFileSync(file, text, { mode: 0o600 })
  if (user) chownSync(file, user.uid, user.gid)
}
