import { Kysely, PostgresDialect } from 'kysely'
import { type ClientConfig, Pool, type PoolConfig } from 'pg'
import { typeParsers } from './type-parsers.ts'

interface Opened {
  readonly config: ClientConfig
  readonly pool: Pool
}

const opened = new WeakMap<object, Opened>()

const openedBy = (db: object): Opened => {
  const found = opened.get(db)
  if (found === undefined) throw new Error('this database handle was not opened by @mreza/db')
  return found
}

/** The connection settings behind a pool that this library opened; LISTEN needs a connection of its own. */
export const configOf = (db: object): ClientConfig => openedBy(db).config

/** The driver's pool behind a handle; within this library alone, for statements whose plan is kept. */
export const poolOf = (db: object): Pool => openedBy(db).pool

/** A connection lost while idle or in a transaction is replaced; its query fails, the process does not. */
const surviveLostConnections = (pool: Pool): void => {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
}

/** Opens a pool over one role's connection settings. */
export const openPool = <T>(config: PoolConfig): Kysely<T> => {
  const full: PoolConfig = { connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000, keepAlive: true, ...config, types: typeParsers }
  const pool = new Pool(full)
  surviveLostConnections(pool)
  const db = new Kysely<T>({ dialect: new PostgresDialect({ pool }) })
  opened.set(db, { config: full, pool })
  return db
}

/** The same address with another role and its password. */
export const urlAs = (url: string, role: string, password: string): string => {
  const parsed = new URL(url)
  parsed.username = encodeURIComponent(role)
  parsed.password = encodeURIComponent(password)
  return parsed.toString()
}
