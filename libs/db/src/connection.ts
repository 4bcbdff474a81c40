import { Kysely, PostgresDialect } from 'kysely'
import { type ClientConfig, Pool, type PoolConfig } from 'pg'
import { typeParsers } from './type-parsers.ts'

const configs = new WeakMap<object, ClientConfig>()

/** The connection settings behind a pool that this library opened; LISTEN needs a connection of its own. */
export const configOf = (db: object): ClientConfig => {
  const config = configs.get(db)
  if (config === undefined) throw new Error('this database handle was not opened by @mreza/db')
  return config
}

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
  configs.set(db, full)
  return db
}

/** The same address with another role and its password. */
export const urlAs = (url: string, role: string, password: string): string => {
  const parsed = new URL(url)
  parsed.username = encodeURIComponent(role)
  parsed.password = encodeURIComponent(password)
  return parsed.toString()
}
