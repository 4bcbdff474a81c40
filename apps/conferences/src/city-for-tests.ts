import {
  agreementCameIntoForce,
  agreementOperations,
  type CaseMatter,
  type ConferenceRule,
  type Procedure,
  type Step,
} from '@mreza/contracts-agreements'
import { conferenceOperations, type Identity, type ReferralContent } from '@mreza/contracts-conferences'
import { institutionRegistered, networkRegistered } from '@mreza/contracts-directory'
import { membershipGranted } from '@mreza/contracts-identity'
import type { AgreementId, EventContract, InstitutionId, LocalizedText, NetworkId, Role, Sector } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { type ClientOf, implement } from '@mreza/rpc'
import { makeLog, type RunningService } from '@mreza/service'
import {
  createTestDatabase,
  elsewhere,
  eventually,
  happens,
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
import { sql } from 'kysely'
import { conferencesService } from './service.ts'

export type Client = ClientOf<typeof conferenceOperations>

/** One who works there, with what they may call. */
export interface Worker {
  readonly session: TestSession
  readonly call: Client
}

/** Institutions and people of a network, and the conferences service as it runs. */
export interface City {
  readonly database: TestDatabase
  readonly bus: TestBus
  readonly service: RunningService
  readonly networkId: NetworkId
  readonly agreementId: AgreementId
  readonly institutions: Readonly<Record<'welfare' | 'police' | 'school' | 'health', InstitutionId>>
  /** Signs somebody new in; the service knows of the membership when this resolves. */
  worker(at: InstitutionId, sector: Sector, roles: Role[], networkId?: NetworkId): Promise<Worker>
  /** The agreement of {@link procedure} comes into force, or another one with the same words. */
  bringIntoForce(which?: AgreementId): Promise<void>
  /** Something is told of an agreement, and taken in. */
  tell(event: EventContract, which: AgreementId, more: Readonly<Record<string, unknown>>): Promise<void>
  /** Agreements that carry no procedure, such as a declaration. */
  readonly withoutProcedure: Set<AgreementId>
  /** What the procedure of an agreement is about, where it is not trafficking. */
  readonly matters: Map<AgreementId, CaseMatter>
  dispose(): Promise<void>
}

const same = (text: string): LocalizedText => ({ en: text, srLatn: text, srCyrl: text })

/** A step of a procedure; give what the test is about. */
export const step = (given: Partial<Step> & Pick<Step, 'id' | 'trigger' | 'actor'>): Step => ({
  title: same(given.id),
  duty: same(given.id),
  appliesTo: {},
  deadline: null,
  repeats: null,
  evidence: same('record'),
  onMiss: null,
  ruleId: null,
  articleNumber: 5,
  ...given,
})

/** Steps with a deadline of the agreement, with one of the law, after another step, only for a child or a grown-up, and with a conference. */
export const procedure: Procedure = {
  stages: [
    {
      id: 'all',
      title: same('All'),
      steps: [
        step({
          id: 'secure',
          trigger: 'case-opened',
          actor: { sector: 'police' },
          deadline: {
            duration: { amount: 4, unit: 'hour' },
            countsFrom: 'case-opened',
            source: { document: 'this-agreement', provision: null },
          },
        }),
        step({
          id: 'intervene',
          trigger: 'case-opened',
          actor: { sector: 'social-welfare' },
          appliesTo: { priorities: ['immediate'] },
          ruleId: 'priority-immediate-24h',
          deadline: {
            duration: { amount: 24, unit: 'hour' },
            countsFrom: 'referral-received',
            source: { document: 'rulebook-swc-2008', provision: null },
          },
        }),
        step({ id: 'inform', trigger: 'step:secure', actor: { role: 'case-manager' } }),
        step({ id: 'guardian', trigger: 'case-opened', actor: { sector: 'social-welfare' }, appliesTo: { child: true } }),
        step({ id: 'grown-up', trigger: 'case-opened', actor: { sector: 'social-welfare' }, appliesTo: { child: false } }),
        step({ id: 'meet', trigger: 'conference-called', actor: { role: 'coordinator' }, fulfilledBy: 'conference-held' }),
      ],
    },
  ],
}

export const conferenceRule: ConferenceRule = {
  mandatorySectors: [
    { sector: 'social-welfare', when: 'always' },
    { sector: 'police', when: 'always' },
    { sector: 'education', when: 'child' },
  ],
  optionalSectors: ['health'],
  notifiedSectors: [],
  quorum: { kind: 'of-mandatory', atLeast: 2 },
  latest: { duration: { amount: 72, unit: 'hour' }, countsFrom: 'case-opened', source: { document: 'this-agreement', provision: null } },
  latestImmediate: null,
  chairedBy: { role: 'coordinator' },
  recordedBy: { role: 'case-manager' },
  noticeBefore: null,
}

const agreementsDoor = (
  agreementId: AgreementId,
  networkId: NetworkId,
  more: readonly Step[],
  { withoutProcedure, matters }: Pick<City, 'withoutProcedure' | 'matters'>,
) => {
  const stages = procedure.stages.map((stage) => ({ ...stage, steps: [...stage.steps, ...more] }))
  const read = async (_ctx: unknown, asked: { agreementId: AgreementId }) => ({
    agreementId,
    networkId,
    title: same('Protocol'),
    procedure: withoutProcedure.has(asked.agreementId)
      ? null
      : { matter: matters.get(asked.agreementId) ?? ('trafficking' as const), stages },
    conferenceRule: withoutProcedure.has(asked.agreementId) ? null : conferenceRule,
    informationRules: [],
    parties: [],
  })
  const dependencies = { keys: testKeys('agreements'), log: makeLog('agreements', 'silent'), now: () => new Date() }
  const contract = { readProcedure: agreementOperations.readProcedure }
  return implement(contract, {
    context: 'agreements',
    dependencies,
    policy: { couldEver: () => false },
    operations: { readProcedure: read },
  }).door
}

/** A child at a school, as the scenario of months of absence tells it; the people are invented. */
export const absence: ReferralContent = {
  priority: 'immediate',
  priorityReason: 'The child begs in the street and nobody answers at home',
  ageGroup: 'child-under-14',
  indicators: ['ind-absence', 'ind-begging'],
  whatHappened: 'Absent from school for three months; seen begging twice this week.',
  immediateSafety: null,
  wishes: null,
}
export const whoItIs: Identity = { givenName: 'Mila', familyName: 'Izmišljena', birthDate: '2015-05-04', address: null, safeContact: null }

/** Opens the city, with further steps in the procedure of its agreement. */
export const openCity = async (more: readonly Step[] = []): Promise<City> => {
  const database = await createTestDatabase([identityStandIn, elsewhere, conferencesService.migrations])
  const bus = await testBus()
  const networkId = newId<'NetworkId'>()
  const agreementId = newId<'AgreementId'>()
  const [withoutProcedure, matters] = [new Set<AgreementId>(), new Map<AgreementId, CaseMatter>()]
  const door = agreementsDoor(agreementId, networkId, more, { withoutProcedure, matters })
  const service = await conferencesService.start({
    db: database.pools('conferences'),
    bus: bus.bus,
    log: makeLog('conferences', 'silent'),
    now: () => new Date(),
    doorTo: () => door,
    keys: testKeys('conferences'),
    installation: { demo: false, publicOrigin: 'http://localhost', protocolsFolder: '' },
  })
  bus.bus.relay({ db: database.pools('elsewhere').worker, schema: 'elsewhere' })
  const institutions = {
    welfare: newId<'InstitutionId'>(),
    police: newId<'InstitutionId'>(),
    school: newId<'InstitutionId'>(),
    health: newId<'InstitutionId'>(),
  }
  const sectors = { welfare: 'social-welfare', police: 'police', school: 'education', health: 'health' } as const
  await happens(database, networkRegistered, { networkId, slug: 'nis' })
  for (const [name, institutionId] of Object.entries(institutions))
    await happens(database, institutionRegistered, { institutionId, networkId, sector: sectors[name as keyof typeof sectors] })
  const worker = async (at: InstitutionId, sector: Sector, roles: Role[], network = networkId): Promise<Worker> => {
    const subject = testSubject({ institutionId: at, networkId: network, sector, roles })
    const membership = {
      membershipId: newId<'MembershipId'>(),
      personId: subject.personId,
      institutionId: at,
      networkId: network,
      sector,
      roles,
    }
    await happens(database, membershipGranted, membership)
    const session = await testSession(database.admin, { subject })
    await eventually(() => known(database, 'member', 'membership_id', membership.membershipId))
    return { session, call: personClient(conferenceOperations, service.door, 'conferences', session) }
  }
  const bringIntoForce = async (which = agreementId) => {
    const actorId = newId<'PersonId'>()
    await happens(database, agreementCameIntoForce, {
      agreementId: which,
      networkId,
      actorId,
      audience: {},
      at: new Date().toISOString(),
      templateId: 'test',
      partyIds: [],
    })
    await eventually(() => known(database, 'procedure', 'agreement_id', which))
  }
  const tell: City['tell'] = async (event, which, more) => {
    const about = { agreementId: which, networkId, actorId: newId<'PersonId'>(), audience: {}, at: new Date().toISOString() }
    const eventId = await happens(database, event, { ...about, ...more } as never)
    await eventually(() => known(database, 'processed_event', 'event_id', eventId))
  }
  const dispose = async () => {
    await service.stop()
    await bus.dispose()
    await database.dispose()
  }
  return { database, bus, service, networkId, agreementId, institutions, worker, bringIntoForce, tell, withoutProcedure, matters, dispose }
}

const known = async (database: TestDatabase, table: string, column: string, id: string): Promise<void> => {
  const { rows } = await sql`select 1 from ${sql.id('conferences', table)} where ${sql.id(column)} = ${id}`.execute(database.admin)
  if (rows.length === 0) throw new Error(`the service does not know of it yet: ${table}`)
}

/** The subjects of the events that wait in or went through the outbox, in order. */
export const eventsOf = async (database: TestDatabase): Promise<string[]> => {
  const { rows } = await sql<{ subject: string }>`select subject from conferences.outbox order by position`.execute(database.admin)
  return rows.map(({ subject }) => subject)
}
