import { join } from 'node:path'
import { directoryOperations } from '@mreza/contracts-directory'
import type { InstitutionId, NetworkId, Role, Sector } from '@mreza/contracts-kernel'
import type { Pools } from '@mreza/db'
import type { ClientOf } from '@mreza/rpc'
import { makeLog, type RunningService } from '@mreza/service'
import {
  createTestDatabase,
  identityStandIn,
  personClient,
  type TestBus,
  type TestDatabase,
  type TestSession,
  testBus,
  testKeys,
  testSession,
  testSubject,
} from '@mreza/testkit'
import type { Kysely } from 'kysely'
import { directoryService } from './service.ts'
import type { DirectoryTables } from './store/tables.ts'

/** The files of the seven networks as they are delivered. */
export const protocolsFolder = join(import.meta.dirname, '../../../protocols')

/** A database with the directory's schema and nothing in it. */
export const directoryDatabase = async () => {
  const database = await createTestDatabase([identityStandIn, directoryService.migrations])
  const pools: Pools<DirectoryTables> = database.pools('directory')
  return { database, pools, admin: database.admin.withSchema('directory') as unknown as Kysely<DirectoryTables> }
}

/** The service as it runs, with the delivered files loaded. */
export interface World {
  readonly database: TestDatabase
  readonly bus: TestBus
  readonly service: RunningService
  /** Sees every row, as the owner. */
  readonly admin: Kysely<DirectoryTables>
  institution(slug: string): Promise<{ id: InstitutionId; networkId: NetworkId | null; sector: Sector }>
  /** Signs somebody in who works in this institution. */
  signIn(slug: string, ...roles: Role[]): Promise<Person>
  dispose(): Promise<void>
}

/** Somebody who is signed in. */
export interface Person {
  readonly session: TestSession
  readonly calls: ClientOf<typeof directoryOperations>
}

export const openWorld = async (): Promise<World> => {
  const { database, admin } = await directoryDatabase()
  const bus = await testBus()
  const service = await directoryService.start({
    db: database.pools('directory'),
    bus: bus.bus,
    log: makeLog('directory', 'silent'),
    now: () => new Date(),
    doorTo: () => async () => new Response(null, { status: 503 }),
    keys: testKeys('directory'),
    installation: { demo: false, publicOrigin: 'http://localhost', protocolsFolder },
  })
  const institution = async (slug: string) => {
    const row = await admin.selectFrom('institution').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow()
    return { id: row.id, networkId: row.network_id, sector: row.sector }
  }
  const signIn = async (slug: string, ...roles: Role[]): Promise<Person> => {
    const { id, networkId, sector } = await institution(slug)
    const session = await testSession(database.admin, { subject: testSubject({ institutionId: id, networkId, sector, roles }) })
    return { session, calls: personClient(directoryOperations, service.door, 'directory', session) }
  }
  const dispose = async () => {
    await service.stop()
    await bus.dispose()
    await database.dispose()
  }
  return { database, bus, service, admin, institution, signIn, dispose }
}
