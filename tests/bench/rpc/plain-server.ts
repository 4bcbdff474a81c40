import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { directoryOperations } from '@mreza/contracts-directory'
import { openPools } from '@mreza/db'
import { directoryService } from '@mreza/directory'
import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { summaryOf } from '../../../apps/directory/src/operations/present.ts'
import { institutionsLike } from '../../../apps/directory/src/store/institutions.ts'
import type { DirectoryTables } from '../../../apps/directory/src/store/tables.ts'

/** The same list by a tRPC server of one process without gateway, session or token: what the house is measured against. */
const plain = (url: string, passwords: Record<string, string>) => {
  const { runtime } = openPools<DirectoryTables>({ url, service: directoryService.migrations, passwords, max: 5 })
  const t = initTRPC.create()
  const { input, output } = directoryOperations.listInstitutions
  const listInstitutions = t.procedure
    .input(input)
    .output(output)
    .query(async (call) => (await institutionsLike(runtime, call.input)).map(summaryOf))
  return createHTTPServer({ router: t.router({ listInstitutions }) })
}

/** What node:http alone can do: a constant. */
const floor = () =>
  createServer((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"result":{"data":[]}}'))

const { DATABASE_URL = '', BENCH_PASSWORDS = '{}' } = process.env
const listen = async (server: { listen(port: number, host: string, done: () => void): unknown; address(): unknown }) => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
process.send?.({ plain: await listen(plain(DATABASE_URL, JSON.parse(BENCH_PASSWORDS))), floor: await listen(floor()) })
