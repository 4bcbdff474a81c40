import { randomUUID } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

/**
 * Starts one PostgreSQL for the whole run, unless `MREZA_TEST_PG_URL` names one (its superuser's address); test files
 * find it under that name and make databases of their own in it. `MREZA_TEST_RUN` tells one run over the same sources from the next.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.MREZA_TEST_PG_URL !== undefined) return async () => undefined
  const server = await startPostgres()
  process.env.MREZA_TEST_PG_URL = server.adminUrl
  const begin = async () => {
    process.env.MREZA_TEST_RUN = randomUUID()
  }
  await begin()
  project.onTestsRerun(begin)
  return async () => {
    delete process.env.MREZA_TEST_PG_URL
    delete process.env.MREZA_TEST_RUN
    await server.stop()
  }
}
