import { startPostgres } from './postgres-server.ts'

/**
 * Starts one PostgreSQL for the whole run, unless `MREZA_TEST_PG_URL` names one (its superuser's address); test files
 * find it under that name and make databases of their own in it.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.MREZA_TEST_PG_URL !== undefined) return async () => undefined
  const server = await startPostgres()
  process.env.MREZA_TEST_PG_URL = server.adminUrl
  return async () => {
    delete process.env.MREZA_TEST_PG_URL
    await server.stop()
  }
}
