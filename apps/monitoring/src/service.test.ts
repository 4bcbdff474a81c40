import { agreementCameIntoForce, agreementDeclined, agreementSent, agreementSigned } from '@mreza/contracts-agreements'
import { caseOpened, clockBroken, clockEnded } from '@mreza/contracts-conferences'
import { networkRegistered } from '@mreza/contracts-directory'
import type { NetworkId, Role } from '@mreza/contracts-kernel'
import { monitoringOperations } from '@mreza/contracts-monitoring'
import { newId } from '@mreza/db'
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
  testBus,
  testKeys,
  testSession,
  testSubject,
} from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { yearOf } from './domain/figures.ts'
import { about, institution, minute } from './facts-for-tests.ts'
import { monitoringService } from './service.ts'

let database: TestDatabase
let bus: TestBus
let service: RunningService

beforeAll(async () => {
  database = await createTestDatabase([identityStandIn, elsewhere, monitoringService.migrations])
  bus = await testBus()
  service = await monitoringService.start({
    db: database.pools('monitoring'),
    bus: bus.bus,
    log: makeLog('monitoring', 'silent'),
    now: () => new Date(),
    doorTo: () => async () => new Response(null, { status: 503 }),
    keys: testKeys('monitoring'),
    installation: { demo: false, publicOrigin: 'http://localhost', protocolsFolder: '' },
  })
  bus.bus.relay({ db: database.pools('elsewhere').worker, schema: 'elsewhere' })
})
afterAll(async () => {
  await service.stop()
  await bus.dispose()
  await database.dispose()
})

const clientAs = async (networkId: NetworkId, roles: Role[] = ['city-official']) =>
  personClient(
    monitoringOperations,
    service.door,
    'monitoring',
    await testSession(database.admin, { subject: testSubject({ networkId, roles }) }),
  )

const ofCase = (networkId: NetworkId, at = new Date().toISOString()) => ({
  at,
  networkId,
  actorId: newId<'PersonId'>(),
  audience: {},
  caseId: newId<'CaseId'>(),
  caseCode: 'NI-26-4821',
})
const open = (networkId: NetworkId, at?: string) =>
  happens(database, caseOpened, { ...ofCase(networkId, at), leadInstitutionId: institution() })
const ofClock = (networkId: NetworkId) => ({ ...ofCase(networkId), clockId: newId(), referralId: null })
const times = async (count: number, work: () => Promise<unknown>) => {
  for (let done = 0; done < count; done += 1) await work()
}

describe('the tracker over the real bus', () => {
  it('MO1 MO2 shows who signed when and who has not', async () => {
    const networkId = newId<'NetworkId'>()
    const agreementId = newId<'AgreementId'>()
    const [police, school, centre] = [institution(), institution(), institution()]
    const at = (count: number) => about(agreementId, networkId, minute(count))
    await happens(database, agreementSigned, { ...at(5), institutionId: police })
    await happens(database, agreementDeclined, { ...at(6), institutionId: school })
    await happens(database, agreementCameIntoForce, { ...at(9), templateId: 'protocol', partyIds: [police] })
    await happens(database, agreementSent, { ...at(1), partyIds: [police, school, centre] })
    const official = await clientAs(networkId)
    const tracker = await eventually(async () => {
      const answer = await official.readTracker({ networkId })
      expect(answer.agreements).toHaveLength(1)
      return answer
    })
    expect(tracker.agreements[0]).toMatchObject({ agreementId, state: 'in-force', sentAt: minute(1), inForceAt: minute(9) })
    expect(tracker.agreements[0]?.parties).toEqual([
      { institutionId: police, state: 'signed', since: minute(5) },
      { institutionId: school, state: 'declined', since: minute(6) },
      { institutionId: centre, state: 'waiting', since: minute(1) },
    ])
  })

  it('MO5 is that of the own network only, and not for who works on cases', async () => {
    const networkId = newId<'NetworkId'>()
    const stranger = await clientAs(newId<'NetworkId'>())
    await expect(stranger.readTracker({ networkId })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(stranger.readFigures({ networkId })).rejects.toMatchObject({ code: 'not-allowed' })
    const practitioner = await clientAs(networkId, ['practitioner'])
    await expect(practitioner.readTracker({ networkId })).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('figures over the real bus', () => {
  it('MO4 count what happened this year, hide small ones, and tell nothing from nobody', async () => {
    const networkId = newId<'NetworkId'>()
    const official = await clientAs(networkId)
    const figures = async () => new Map((await official.readFigures({ networkId })).figures.map((figure) => [figure.id, figure]))
    expect([...(await figures()).values()].every((figure) => figure.value === null && !figure.hidden)).toBe(true)
    await happens(database, networkRegistered, { networkId, slug: 'nis' })
    await times(5, () => open(networkId))
    await open(networkId, `${yearOf(new Date()) - 1}-06-01T00:00:00.000Z`)
    await times(2, () => happens(database, clockBroken, ofClock(networkId)))
    await happens(database, clockEnded, { ...ofClock(networkId), met: false })
    await times(6, () => happens(database, clockEnded, { ...ofClock(networkId), met: true }))
    await eventually(async () => expect((await figures()).get('clocks-met')?.value).toBe(6))
    const counted = await figures()
    expect(counted.get('cases-opened')).toEqual({ id: 'cases-opened', value: 5, hidden: false })
    expect(counted.get('clocks-broken')).toEqual({ id: 'clocks-broken', value: null, hidden: true })
    expect(counted.get('conferences-held')).toEqual({ id: 'conferences-held', value: 0, hidden: false })
  })

  it('MO3 an event that arrives again is not counted again', async () => {
    const networkId = newId<'NetworkId'>()
    const official = await clientAs(networkId)
    const opened = async () => (await official.readFigures({ networkId })).figures.find((figure) => figure.id === 'cases-opened')?.value
    await times(5, () => open(networkId))
    await eventually(async () => expect(await opened()).toBe(5))
    // The broker loses its store and its memory of what it has seen: the relay sends everything again.
    await bus.broker.kill()
    await bus.broker.loseStore()
    await bus.broker.start()
    await open(networkId)
    await eventually(async () => expect(await opened()).toBe(6))
  })

  it('MO6 say when they were true: now, or when the last event came if none can come', async () => {
    const networkId = newId<'NetworkId'>()
    const official = await clientAs(networkId)
    await happens(database, networkRegistered, { networkId, slug: 'nis' })
    const heard = await eventually(async () => {
      const { rows } = await sql<{
        heard_at: string
      }>`select heard_at from monitoring.tracked_network where network_id = ${networkId}`.execute(database.admin)
      expect(rows).toHaveLength(1)
      return rows[0]?.heard_at
    })
    const asked = new Date().toISOString()
    expect((await official.readFigures({ networkId })).asOf >= asked).toBe(true)
    await bus.broker.kill()
    await eventually(() => expect(bus.bus.status()).toBe('down'))
    expect((await official.readFigures({ networkId })).asOf).toBe(heard)
    expect((await official.readTracker({ networkId })).asOf).toBe(heard)
    await bus.broker.start()
    await eventually(() => expect(bus.bus.status()).toBe('up'))
  })
})

describe('what monitoring keeps', () => {
  it('MO1 MO5 no row names a person, a case, a referral or a code', async () => {
    const networkId = newId<'NetworkId'>()
    const agreementId = newId<'AgreementId'>()
    const sent = { ...about(agreementId, networkId, minute(1)), partyIds: [institution()] }
    const opened = { ...ofCase(networkId), leadInstitutionId: institution() }
    await happens(database, agreementSent, sent)
    await happens(database, caseOpened, opened)
    await eventually(async () => {
      const { rows } = await sql`select from monitoring.tracked_count where network_id = ${networkId}`.execute(database.admin)
      expect(rows).toHaveLength(1)
    })
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from monitoring.tracked_agreement t union all select to_jsonb(t)::text from monitoring.tracked_party t
      union all select to_jsonb(t)::text from monitoring.tracked_count t union all select to_jsonb(t)::text from monitoring.tracked_network t
      union all select to_jsonb(t)::text from monitoring.processed_event t`.execute(database.admin)
    const kept = rows.map((row) => row.row).join('\n')
    expect(kept).toContain(agreementId)
    const secrets = [sent.actorId, ...sent.audience.personIds, opened.actorId, opened.caseId, opened.caseCode, opened.leadInstitutionId]
    for (const secret of secrets) expect(kept).not.toContain(secret)
  })
})
