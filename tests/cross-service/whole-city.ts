import { join } from 'node:path'
import { agreementOperations } from '@mreza/contracts-agreements'
import { conferenceOperations } from '@mreza/contracts-conferences'
import { institutionRegistered, networkRegistered } from '@mreza/contracts-directory'
import { membershipGranted } from '@mreza/contracts-identity'
import type { InstitutionId, NetworkId, Role, Sector } from '@mreza/contracts-kernel'
import { monitoringOperations } from '@mreza/contracts-monitoring'
import { notificationOperations } from '@mreza/contracts-notifications'
import { plansOperations } from '@mreza/contracts-plans'
import { newId } from '@mreza/db'
import { makeLog, type RunningService } from '@mreza/service'
import { services } from '@mreza/standalone'
import {
  createTestDatabase,
  elsewhere,
  eventually,
  happens,
  personClient,
  type TestBus,
  type TestDatabase,
  testBus,
  testKeys,
  testSession,
  testSubject,
} from '@mreza/testkit'
import { sql } from 'kysely'
import { everyMigration } from './whole-database.ts'

const sectors = {
  welfare: 'social-welfare',
  police: 'police',
  school: 'education',
  health: 'health',
  city: 'local-government',
} as const satisfies Record<string, Sector>

/** The institutions of the city. */
export type Place = keyof typeof sectors

/** All services of an installation as they run together, over one database and one broker, in a network of five institutions. */
export interface WholeCity {
  readonly database: TestDatabase
  readonly bus: TestBus
  readonly networkId: NetworkId
  readonly institutions: Readonly<Record<Place, InstitutionId>>
  /** Every line that any service has logged. */
  readonly lines: readonly string[]
  /** A running service by its name. */
  running(name: string): RunningService | undefined
  /** Signs somebody new in; all services know of them when this resolves. */
  worker(at: Place, roles: Role[]): Promise<CityWorker>
  dispose(): Promise<void>
}

const startAll = async (database: TestDatabase, bus: TestBus, lines: string[]) => {
  const started = new Map<string, RunningService>()
  const to = { write: (line: string) => void lines.push(line) }
  const doorTo = (name: string) => (request: Request) => started.get(name)?.door(request) ?? Promise.reject(new Error(`no service ${name}`))
  for (const { name, start } of services) {
    const service = await start({
      db: database.pools(name),
      bus: bus.bus,
      log: makeLog(name, 'info', to),
      now: () => new Date(),
      doorTo,
      keys: testKeys(name),
      installation: { demo: false, publicOrigin: 'http://localhost', protocolsFolder: join(import.meta.dirname, '../../protocols') },
    })
    started.set(name, service)
  }
  bus.bus.relay({ db: database.pools('elsewhere').worker, schema: 'elsewhere' })
  return started
}

const register = async (database: TestDatabase, networkId: NetworkId) => {
  await happens(database, networkRegistered, { networkId, slug: 'nis' })
  const register = async (sector: Sector) => {
    const institutionId = newId<'InstitutionId'>()
    await happens(database, institutionRegistered, { institutionId, networkId, sector })
    return institutionId
  }
  return {
    welfare: await register(sectors.welfare),
    police: await register(sectors.police),
    school: await register(sectors.school),
    health: await register(sectors.health),
    city: await register(sectors.city),
  }
}

const known = async (database: TestDatabase, table: `${string}.${string}`, column: string, id: string): Promise<void> => {
  const { rows } = await sql`select from ${sql.table(table)} where ${sql.id(column)} = ${id}`.execute(database.admin)
  if (rows.length === 0) throw new Error(`not yet known: ${table}`)
}

const openWorker = async (
  city: Omit<WholeCity, 'worker' | 'running' | 'dispose'>,
  started: ReadonlyMap<string, RunningService>,
  at: Place,
  roles: Role[],
) => {
  const { database, networkId } = city
  const institutionId = city.institutions[at]
  const session = await testSession(database.admin, { subject: testSubject({ institutionId, networkId, sector: sectors[at], roles }) })
  const { personId } = session.subject
  const membershipId = session.membershipId as ReturnType<typeof newId<'MembershipId'>>
  await happens(database, membershipGranted, { membershipId, personId, institutionId, networkId, sector: sectors[at], roles })
  await eventually(() => known(database, 'conferences.member', 'person_id', personId))
  await eventually(() => known(database, 'notifications.membership_change', 'person_id', personId))
  const door = (name: string) => started.get(name)?.door ?? (() => Promise.reject(new Error(`no service ${name}`)))
  return {
    personId,
    agreements: personClient(agreementOperations, door('agreements'), 'agreements', session),
    conferences: personClient(conferenceOperations, door('conferences'), 'conferences', session),
    inbox: personClient(notificationOperations, door('notifications'), 'notifications', session),
    monitoring: personClient(monitoringOperations, door('monitoring'), 'monitoring', session),
    plans: personClient(plansOperations, door('plans'), 'plans', session),
    session,
  }
}

/** One who works in the city, with all that they may call. */
export type CityWorker = Awaited<ReturnType<typeof openWorker>>

/** Opens the city: everything real but the gateway, which would only carry. */
export const openWholeCity = async (): Promise<WholeCity> => {
  const database = await createTestDatabase([...everyMigration, elsewhere])
  const bus = await testBus()
  const lines: string[] = []
  const started = await startAll(database, bus, lines)
  const networkId = newId<'NetworkId'>()
  const institutions = await register(database, networkId)
  await eventually(() => known(database, 'agreements.institution', 'id', institutions.city))
  await eventually(() => known(database, 'conferences.institution', 'id', institutions.city))
  const city = { database, bus, networkId, institutions, lines }
  return {
    ...city,
    running: (name) => started.get(name),
    worker: (at, roles) => openWorker(city, started, at, roles),
    dispose: async () => {
      await Promise.all([...started.values()].map((service) => service.stop()))
      await bus.dispose()
      await database.dispose()
    },
  }
}
