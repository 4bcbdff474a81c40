import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { CaseId, InstitutionId, NetworkId, PersonId, PlanId, Role, Sector } from '@mreza/contracts-kernel'
import { subprotocolsOf } from '@mreza/contracts-plans'
import { newId } from '@mreza/db'
import { planDocumentVersion } from '@mreza/plan-document'
import { headers, mintToken } from '@mreza/rpc'
import { completeSecrets, keysOf, type Secrets } from '@mreza/service'
import { services } from '@mreza/standalone'
import {
  type Broker,
  createTestDatabase,
  startBroker,
  startPostgres,
  type TestDatabase,
  type TestSession,
  testSession,
} from '@mreza/testkit'
import { sql } from 'kysely'
import { everyMigration } from '../../cross-service/whole-database.ts'
import type { Doorway } from './contestant.ts'
import type { ServerProcess } from './server-process.ts'
import { plainWire } from './wire.ts'

/** What the plans service stands on: a PostgreSQL that commits to disk, a broker, and the database of a whole installation. */
export interface PlansWorld {
  readonly database: TestDatabase
  readonly broker: Broker
  readonly secrets: Secrets
  stop(): Promise<void>
}

const origin = 'http://localhost:4600'

export const openPlansWorld = async (): Promise<PlansWorld> => {
  const postgres = await startPostgres({ durable: true })
  process.env.MREZA_TEST_PG_URL = postgres.adminUrl
  const [database, broker] = await Promise.all([createTestDatabase(everyMigration), startBroker()])
  const stop = async () => {
    await database.dispose()
    await broker.stop()
    await postgres.stop()
  }
  const secrets = completeSecrets({ rolePasswords: database.passwords }, [], ['gateway', 'plans'])
  return { database, broker, secrets, stop }
}

/** The other services are not there: nothing that is measured asks them. */
const nobodyThere = services.map(({ name }) => `${name}=http://127.0.0.1:9`).join()

/** What the process of the plans service is told. */
export const plansEnvironment = ({ database, broker, secrets }: PlansWorld): NodeJS.ProcessEnv => ({
  DATABASE_URL: database.adminUrl,
  NATS_URL: broker.url,
  MREZA_SECRETS: JSON.stringify(secrets),
  MREZA_PUBLIC_ORIGIN: origin,
  MREZA_PROTOCOLS: join(import.meta.dirname, '..', '..', '..', 'protocols'),
  MREZA_SERVICES: nobodyThere,
  MREZA_LOG_LEVEL: 'info',
  PORT: '0',
})

/** Calls the service as the gateway does for the person of this session. */
const ask = async <T>(
  { secrets }: PlansWorld,
  { address }: ServerProcess,
  { subject, databaseKey }: TestSession,
  name: string,
  input: object,
) => {
  const token = mintToken(keysOf(secrets, 'gateway').tokenKeys, { subject, databaseKey, audience: 'plans' }, new Date())
  const response = await fetch(`${address.replace(/^ws/, 'http')}/rpc/plans/${name}`, {
    method: 'POST',
    headers: { [headers.token]: token, [headers.idempotencyKey]: randomUUID(), 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const answer = (await response.json()) as { result?: { data: T } }
  if (answer.result === undefined) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`)
  return answer.result.data
}

/** Lets institutions take part in cases, as conferences would store it; the cases themselves are not needed here. */
const takePart = async ({ admin }: TestDatabase, pairs: readonly (readonly [CaseId, InstitutionId])[]): Promise<void> => {
  await admin.connection().execute(async (held) => {
    await sql`set session_replication_role = replica`.execute(held)
    await sql`
      insert into conferences.participation (case_id, id, institution_id, sections, basis, from_at)
      select c, gen_random_uuid(), i, '{core,safety,health,legal,voice}', '{}', now() - interval '1 day'
      from unnest(${pairs.map(([caseId]) => caseId)}::uuid[], ${pairs.map(([, institution]) => institution)}::uuid[]) p (c, i)`.execute(
      held,
    )
    await sql`set session_replication_role = default`.execute(held)
  })
}

/** An institution with its sector. */
type Institution = readonly [InstitutionId, Sector]

const signIn = ({ admin }: TestDatabase, [institutionId, sector]: Institution, networkId: NetworkId): Promise<TestSession> => {
  const roles: Role[] = ['practitioner']
  const personId = newId<'PersonId'>() satisfies PersonId
  return testSession(admin, { subject: { personId, institutionId, networkId, sector, roles, assurance: 'two-factor' } })
}

/** Gives the person a number of our choice, as if it had been issued to them. */
const giveNumber = ({ admin }: TestDatabase, { subject }: TestSession, planId: PlanId, clientId: number) =>
  sql`
    insert into plans.client_issue (room_id, client_id, case_id, room, person_id, institution_id, issued_at)
    select id, ${clientId}, case_id, room, ${subject.personId}, ${subject.institutionId}, now()
    from plans.room where plan_id = ${planId} and room = 'core'`.execute(admin)

/** The way into the core room of a plan: each time another person, with a ticket of their own. */
const doorwayOf =
  (world: PlansWorld, planId: PlanId, nextPerson: () => Promise<TestSession>): Doorway =>
  async (server, clientId) => {
    const person = await nextPerson()
    if (clientId !== undefined) await giveNumber(world.database, person, planId, clientId)
    const input = {
      planId,
      room: 'core',
      schemaVersion: planDocumentVersion,
      ...(clientId === undefined ? {} : { previousClientId: clientId }),
    }
    const ticket = await ask<{ ticket: string; path: string; clientId: number }>(world, server, person, 'issueTicket', input)
    return {
      url: `${server.address}${ticket.path}`,
      protocols: subprotocolsOf(ticket.ticket),
      origin,
      clientId: ticket.clientId,
      wire: plainWire(true),
    }
  }

const sectors: readonly Sector[] = ['social-welfare', 'police', 'health', 'education']
/** So many cases does an institution have open at once. */
const casesOfInstitution = 25

/** Makes plans; those who come to one are of four institutions in turn. */
export const plansDocuments = async (world: PlansWorld, server: ServerProcess, count: number): Promise<Doorway[]> => {
  const networkId = newId<'NetworkId'>()
  const group = () => sectors.map((sector): Institution => [newId<'InstitutionId'>(), sector])
  const groups = Array.from({ length: Math.ceil(count / casesOfInstitution) }, group)
  const cases = Array.from({ length: count }, (_, at) => ({ caseId: newId<'CaseId'>(), group: groups[at % groups.length] ?? group() }))
  await takePart(
    world.database,
    cases.flatMap(({ caseId, group }) => group.map(([institutionId]) => [caseId, institutionId] as const)),
  )
  const doorways: Doorway[] = []
  for (const { caseId, group } of cases) {
    let people = 0
    const nextPerson = () => {
      people += 1
      return signIn(world.database, group[people % group.length] as Institution, networkId)
    }
    const { planId } = await ask<{ planId: PlanId }>(world, server, await nextPerson(), 'openPlan', { caseId })
    doorways.push(doorwayOf(world, planId, nextPerson))
  }
  // An installation that has run for a while knows how large its tables are.
  await sql`analyze`.execute(world.database.admin)
  return doorways
}
