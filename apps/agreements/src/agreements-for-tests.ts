import { type AgreementDetail, agreementOperations } from '@mreza/contracts-agreements'
import type { InstitutionId, NetworkId, Role, Sector, Slug } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { protocolsFolder } from '@mreza/protocols'
import type { ClientOf } from '@mreza/rpc'
import { type Door, makeLog, type RunningService } from '@mreza/service'
import {
  createTestDatabase,
  elsewhere,
  identityStandIn,
  personClient,
  type TestBus,
  type TestDatabase,
  type TestSession,
  testBus,
  testConfirmation,
  testKeys,
  testSession,
  testSubject,
} from '@mreza/testkit'
import { type Kysely, sql } from 'kysely'
import { agreementsService } from './service.ts'
import type { AgreementsTables } from './store/tables.ts'

/** The protocol of the library: social welfare, police and education are required, four signatures bring it into force. */
export const templateId = 'intersectoral-cooperation-trafficking' as Slug

/** Somebody who is signed in. */
export interface Person {
  readonly session: TestSession
  readonly calls: ClientOf<typeof agreementOperations>
}

/** An institution of a city, known to the service. */
export interface Institution {
  readonly id: InstitutionId
  readonly networkId: NetworkId | null
  readonly sector: Sector
}

/** A city with an institution of each sector that the tests need, and its coordinator. */
export interface City {
  readonly networkId: NetworkId
  readonly centre: Institution
  readonly police: Institution
  readonly school: Institution
  readonly health: Institution
  readonly prosecution: Institution
  readonly coordinator: Person
}

/** The service as it runs, over a real database and a real broker. */
export interface World {
  readonly database: TestDatabase
  readonly bus: TestBus
  readonly service: RunningService
  /** Sees every row, as the owner. */
  readonly admin: Kysely<AgreementsTables>
  found(sector: Sector, networkId: NetworkId | null): Promise<Institution>
  foundCity(): Promise<City>
  signIn(institution: Institution, ...roles: Role[]): Promise<Person>
  dispose(): Promise<void>
}

/** What a test may choose of the world. */
export interface WorldOptions {
  readonly trustFolder?: string
  /** Who answers for the directory; nobody, unless told. */
  readonly directory?: Door
  readonly now?: () => Date
}

const nobody: Door = async () => new Response(null, { status: 503 })

const startService = (
  database: TestDatabase,
  bus: TestBus,
  { directory = nobody, now = () => new Date(), ...installation }: WorldOptions,
) =>
  agreementsService.start({
    db: database.pools('agreements'),
    bus: bus.bus,
    log: makeLog('agreements', 'silent'),
    now,
    doorTo: () => directory,
    keys: testKeys('agreements'),
    installation: { demo: false, publicOrigin: 'http://localhost', protocolsFolder, ...installation },
  })

export const openWorld = async (options: WorldOptions = {}): Promise<World> => {
  const database = await createTestDatabase([identityStandIn, elsewhere, agreementsService.migrations])
  const bus = await testBus()
  const service = await startService(database, bus, options)
  const admin = database.admin.withSchema('agreements') as unknown as Kysely<AgreementsTables>
  const found = async (sector: Sector, networkId: NetworkId | null): Promise<Institution> => {
    const id = newId<'InstitutionId'>()
    await admin.insertInto('institution').values({ id, network_id: networkId, sector, announced_at: new Date().toISOString() }).execute()
    return { id, networkId, sector }
  }
  const signIn = async ({ id, networkId, sector }: Institution, ...roles: Role[]): Promise<Person> => {
    const session = await testSession(database.admin, { subject: testSubject({ institutionId: id, networkId, sector, roles }) })
    return { session, calls: personClient(agreementOperations, service.door, 'agreements', session, undefined, options.now) }
  }
  const foundCity = async (): Promise<City> => {
    const networkId = newId<'NetworkId'>()
    const centre = await found('social-welfare', networkId)
    const [police, school] = [await found('police', networkId), await found('education', networkId)]
    const [health, prosecution] = [await found('health', networkId), await found('prosecution', networkId)]
    return { networkId, centre, police, school, health, prosecution, coordinator: await signIn(centre, 'coordinator') }
  }
  const dispose = async () => {
    await service.stop()
    await bus.dispose()
    await database.dispose()
  }
  return { database, bus, service, admin, found, foundCity, signIn, dispose }
}

/** The five usual parties of a city. */
export const partiesOf = ({ centre, police, school, health, prosecution }: City): Institution[] => [
  centre,
  police,
  school,
  health,
  prosecution,
]

/** A draft between the five usual parties. */
export const draftIn = (city: City): Promise<AgreementDetail> =>
  city.coordinator.calls.draftAgreement({ networkId: city.networkId, templateId, partyIds: partiesOf(city).map(({ id }) => id) })

/** The same, sent to them. */
export const sentIn = async (city: City): Promise<AgreementDetail> =>
  city.coordinator.calls.sendAgreement({ agreementId: (await draftIn(city)).id })

/** What the head of a party says to sign the text of this hash. */
export const wishOf = ({ session }: Pick<Person, 'session'>, agreementId: AgreementDetail['id'], textHash: string | null) => ({
  agreementId,
  textHash: textHash ?? '',
  confirmation: testConfirmation(session.subject, 'sign-agreement', textHash ?? ''),
})

/** Signs what was sent, for the person's institution. */
export const signWith = (person: Person, { id, textHash }: Pick<AgreementDetail, 'id' | 'textHash'>): Promise<AgreementDetail> =>
  person.calls.signAgreement(wishOf(person, id, textHash))

/** The same, signed by the four that bring it into force. */
export const inForceIn = async (world: World, city: City): Promise<AgreementDetail> => {
  let agreement = await sentIn(city)
  for (const party of [city.centre, city.police, city.school, city.health]) {
    const head = await world.signIn(party, 'head')
    agreement = await signWith(head, agreement)
  }
  return agreement
}

/** An event of an agreement as it lies in the outbox. */
export interface Told {
  readonly subject: string
  readonly data: {
    readonly actorId: string
    readonly institutionId?: string
    readonly audience: { institutionIds: string[]; roles: string[] }
  }
}

/** What was announced of an agreement itself, in order; what its obligations do comes in between and is not told here. */
export const toldOf = async (world: World, agreementId: string): Promise<Told[]> =>
  (
    await sql<Told>`select subject, data from agreements.outbox where data ->> 'agreementId' = ${agreementId}
      and subject like 'mreza.agreements.agreement.%' order by position`.execute(world.admin)
  ).rows

/** The last words of the subjects of what was announced. */
export const newsOf = async (world: World, agreementId: string): Promise<string[]> =>
  (await toldOf(world, agreementId)).map(({ subject }) => subject.split('.').at(-2) ?? '')

/** The deeds in an agreement's audit chain, in order. */
export const deedsOf = async (world: World, agreementId: string): Promise<string[]> => {
  const chain = `agreement:${agreementId}`
  const { rows } = await sql<{ action: string }>`select action from agreements.audit_entry where chain = ${chain} order by seq`.execute(
    world.admin,
  )
  return rows.map(({ action }) => action)
}
