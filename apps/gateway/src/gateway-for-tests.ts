import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DisplayName, type InvitationRequest, identityOperations } from '@mreza/contracts-identity'
import type { Contract, NetworkId, PersonId, Role, Sector } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { type Log, makeLog, type ServiceDependencies } from '@mreza/service'
import { createTestDatabase, testBus, testKeys } from '@mreza/testkit'
import { type Kysely, sql } from 'kysely'
import { type Browser, openBrowser } from './browser-for-tests.ts'
import type { Backend } from './http/backend.ts'
import { type SeedPerson, seedPeople } from './seed-people.ts'
import { startGateway } from './service.ts'
import { hashPassword } from './sessions/password-hash.ts'
import { identityMigrations } from './store/migrations/index.ts'
import type { IdentityTables } from './store/tables.ts'

export const goodPassword = 'zeleni čamac na Nišavi 7'

/** A clock that tests move. */
const openClock = () => {
  let ahead = 0
  const advance = (ms: number) => {
    ahead += ms
  }
  return { now: () => new Date(Date.now() + ahead), advance }
}

const workspace = () => {
  const folder = mkdtempSync(join(tmpdir(), 'mreza-dist-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head><title>Mreža</title></head><body></body></html>')
  writeFileSync(join(folder, 'assets', 'app-1234.js'), 'export {}')
  return folder
}

const nisSwc = newId<'InstitutionId'>()
const nisPolice = newId<'InstitutionId'>()
const pirotSwc = newId<'InstitutionId'>()
/** Places that every test knows; two networks, three institutions. */
export const places = { nis: newId<'NetworkId'>(), pirot: newId<'NetworkId'>(), nisSwc, nisPolice, pirotSwc }

const registerPlaces = async (admin: Kysely<IdentityTables>) => {
  const rows = [
    { id: places.nisSwc, network_id: places.nis, sector: 'social-welfare' as const },
    { id: places.nisPolice, network_id: places.nis, sector: 'police' as const },
    { id: places.pirotSwc, network_id: places.pirot, sector: 'social-welfare' as const },
  ]
  await admin.withSchema('identity').insertInto('institution').values(rows).execute()
}

export const nameOf = (word: string): DisplayName => DisplayName.parse({ srLatn: word, srCyrl: word })

interface Options {
  /** What answers for a service that identity itself calls. */
  readonly doorTo?: ServiceDependencies['doorTo']
  readonly demo?: boolean
  readonly backends?: ReadonlyMap<string, Backend>
  readonly contracts?: ReadonlyMap<string, Contract>
  readonly callsPerPerson?: number
}

/** A whole gateway on a database of its own. */
export const gatewayForTests = async (options: Options = {}) => {
  const database = await createTestDatabase([identityMigrations])
  const bus = await testBus()
  const clock = openClock()
  const lines: string[] = []
  const log: Log = makeLog('gateway', 'info', { write: (line: string) => void lines.push(line) })
  const dependencies: ServiceDependencies = {
    db: database.pools('identity'),
    bus: bus.bus,
    log,
    now: clock.now,
    doorTo: options.doorTo ?? (() => () => Promise.reject(new Error('nobody is there'))),
    keys: testKeys('gateway'),
    installation: { demo: options.demo ?? false, publicOrigin: 'http://localhost:4600', protocolsFolder: '' },
  }
  const gateway = await startGateway(dependencies, {
    port: 0,
    host: '127.0.0.1',
    workspaceDist: workspace(),
    trustedProxies: [],
    callsPerPerson: options.callsPerPerson ?? 10_000,
    callsPerAddress: 100_000,
    backends: options.backends ?? new Map(),
    ...(options.contracts === undefined ? {} : { contracts: options.contracts }),
  })
  const admin = database.admin as Kysely<IdentityTables>
  await registerPlaces(admin)
  return {
    gateway,
    database,
    admin,
    clock,
    lines,
    dependencies,
    browser: (): Browser<typeof identityOperations> => openBrowser(identityOperations, gateway.address, 'identity'),
    addMember: (member: NewMember) => addMember(admin, member),
    seed: (people: readonly SeedPerson[]) => seedPeople(dependencies.db.runtime, people, clock.now()),
    auditActions: async (): Promise<string[]> => {
      const rows = await sql<{ action: string }>`select action from identity.audit_entry order by at`.execute(admin)
      return rows.rows.map((row) => row.action)
    },
    eventSubjects: async (): Promise<string[]> => {
      const rows = await sql<{ subject: string }>`select subject from identity.outbox order by position`.execute(admin)
      return rows.rows.map((row) => row.subject.replace('mreza.identity.', ''))
    },
    dispose: async () => {
      await gateway.stop()
      await bus.dispose()
      await database.dispose()
    },
  }
}
export type GatewayForTests = Awaited<ReturnType<typeof gatewayForTests>>

interface NewMember {
  readonly email: string
  readonly roles: readonly Role[]
  readonly institutionId?: string
  readonly networkId?: NetworkId | null
  readonly sector?: Sector
}

let hashed: Promise<string> | undefined

/** Writes an account with {@link goodPassword} and one membership, past the door. */
const addMember = async (admin: Kysely<IdentityTables>, member: NewMember) => {
  hashed ??= hashPassword(goodPassword)
  const identity = admin.withSchema('identity')
  const known = await identity.selectFrom('account').where('email', '=', member.email).select('person_id').executeTakeFirst()
  const personId = (known?.person_id ?? newId<'PersonId'>()) as PersonId
  const membershipId = newId<'MembershipId'>()
  if (known === undefined)
    await identity
      .insertInto('account')
      .values({
        person_id: personId,
        email: member.email,
        password_hash: await hashed,
        display_name: sql`${JSON.stringify(nameOf('Ana'))}::jsonb`,
      })
      .execute()
  await identity
    .insertInto('membership')
    .values({
      id: membershipId,
      person_id: personId,
      institution_id: member.institutionId ?? places.nisSwc,
      network_id: member.networkId === undefined ? places.nis : member.networkId,
      sector: member.sector ?? 'social-welfare',
      roles: [...member.roles],
      valid_from: new Date(),
    })
    .execute()
  return { personId, membershipId }
}

const socialWorker = { en: 'Social worker', srLatn: 'Socijalna radnica', srCyrl: 'Социјална радница' }

/** An invitation of somebody new into the centre in Niš. */
export const invitation = (email: string, more: Partial<InvitationRequest> = {}): InvitationRequest =>
  ({
    email,
    displayName: nameOf('Mira'),
    jobTitle: socialWorker,
    institutionId: places.nisSwc,
    roles: ['practitioner'],
    ...more,
  }) as InvitationRequest
