import { agreementDeclined, agreementSent } from '@mreza/contracts-agreements'
import { referralSent, taskAssigned } from '@mreza/contracts-conferences'
import { membershipEnded, membershipGranted, sessionRevoked } from '@mreza/contracts-identity'
import type { Role } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { eventually, happens, type TestSession, testSession, testSubject } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeInboxBells } from './live/inbox-bells.ts'
import { watchInbox } from './operations/watch-inbox.ts'
import { inboxClient, openWorld, type World, watch } from './service-for-tests.ts'
import type { Tables } from './store/tables.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.dispose())

const networkId = newId<'NetworkId'>()
const memberOf = (subject: TestSession['subject']) => ({
  membershipId: newId<'MembershipId'>(),
  personId: subject.personId,
  institutionId: subject.institutionId,
  networkId: subject.networkId,
  sector: subject.sector,
  roles: subject.roles,
})

/** What a stream knows of its caller, with no door in front. */
const contextOf = ({ subject, databaseKey }: TestSession) => ({ subject, databaseKey, signal: new AbortController().signal })

/** Somebody who is signed in and known to the inbox service as a member. */
const member = async (roles: Role[] = ['practitioner'], institutionId = newId<'InstitutionId'>()) => {
  const session = await testSession(world.database.admin, { subject: testSubject({ roles, institutionId, networkId }) })
  const membership = memberOf(session.subject)
  await happens(world.database, membershipGranted, membership)
  return { ...session, membership, institutionId }
}

const referralTo = (receiverId: TestSession['subject']['institutionId'], actorId = newId<'PersonId'>()) => ({
  at: new Date().toISOString(),
  networkId,
  actorId,
  audience: { institutionIds: [receiverId] },
  referralId: newId<'ReferralId'>(),
  senderId: newId<'InstitutionId'>(),
  receiverId,
  priority: 'immediate' as const,
})

const mine = (session: TestSession) => inboxClient(world, session)
const inboxOf = (
  session: TestSession,
  input: { cursor?: string | undefined; direction?: 'forward'; unreadOnly?: boolean; limit?: number } = {},
) => mine(session).listInbox(input)
const inboxHolds = (session: TestSession, count: number) =>
  eventually(async () => {
    const page = await inboxOf(session)
    expect(page.notifications).toHaveLength(count)
    return page
  })

const forgetHaving = (eventId: string) =>
  sql`delete from notifications.processed_event where event_id = ${eventId}`.execute(world.database.admin)
const hadAgain = async (eventId: string) => {
  const { rows } = await sql`select from notifications.processed_event where event_id = ${eventId}`.execute(world.database.admin)
  expect(rows).toHaveLength(1)
}

describe('the inbox over the real bus', () => {
  it('NO1 NO3 an event reaches everybody of its audience as a kind and ids', async () => {
    const ana = await member()
    const boris = await member(['head'], ana.institutionId)
    const stranger = await member()
    const sent = referralTo(ana.institutionId)
    const eventId = await happens(world.database, referralSent, sent)
    for (const reader of [ana, boris]) {
      const { notifications, unread } = await inboxHolds(reader, 1)
      expect(unread).toBe(1)
      expect(notifications[0]).toEqual({
        id: expect.any(String),
        kind: 'referral-received',
        at: expect.any(String),
        readAt: null,
        refs: { referralId: sent.referralId, institutionId: sent.senderId },
      })
    }
    expect((await inboxOf(stranger)).notifications).toEqual([])
    const { rows } = await sql`select from notifications.notification where event_id = ${eventId}`.execute(world.database.admin)
    expect(rows).toHaveLength(2)
  })

  it('NO1 an event that the broker delivers again is told once', async () => {
    const ana = await member()
    const eventId = await happens(world.database, referralSent, referralTo(ana.institutionId))
    const before = await inboxHolds(ana, 1)
    // The broker loses its store, so that the relay sends everything again, and we lose our note of having had this one.
    await forgetHaving(eventId)
    await world.bus.broker.kill()
    await world.bus.broker.loseStore()
    await world.bus.broker.start()
    await eventually(() => hadAgain(eventId))
    expect(await inboxOf(ana)).toEqual(before)
  })

  it('NO2 who acted is not told', async () => {
    const ana = await member()
    const boris = await member(['practitioner'], ana.institutionId)
    await happens(world.database, referralSent, referralTo(ana.institutionId, ana.subject.personId))
    await inboxHolds(boris, 1)
    expect((await inboxOf(ana)).notifications).toEqual([])
  })

  it('NO6 who left is told of nothing that happens afterwards', async () => {
    const ana = await member()
    const boris = await member(['practitioner'], ana.institutionId)
    await happens(world.database, membershipEnded, boris.membership)
    await happens(world.database, referralSent, referralTo(ana.institutionId))
    await inboxHolds(ana, 1)
    expect((await inboxOf(boris)).notifications).toEqual([])
  })

  it('NO4 pages newest first and shows nothing of others', async () => {
    const ana = await member()
    for (const _ of [1, 2, 3]) await happens(world.database, referralSent, referralTo(ana.institutionId))
    const all = (await inboxHolds(ana, 3)).notifications
    expect(all.map((line) => line.id)).toEqual(
      all
        .map((line) => line.id)
        .sort()
        .reverse(),
    )
    const first = await inboxOf(ana, { limit: 2 })
    expect(first.notifications).toEqual(all.slice(0, 2))
    expect(first.unread).toBe(3)
    expect((await inboxOf(ana, { limit: 2, cursor: all[1]?.id, direction: 'forward' })).notifications).toEqual(all.slice(2))
    await expect(inboxOf(ana, { limit: 101 })).rejects.toThrow('invalid-input')
  })

  it('NO8 marking as read is the own act of the reader and can be repeated', async () => {
    const ana = await member()
    const boris = await member(['practitioner'], ana.institutionId)
    for (const _ of [1, 2]) await happens(world.database, referralSent, referralTo(ana.institutionId))
    const [first = '', second = ''] = (await inboxHolds(ana, 2)).notifications.map((line) => line.id)
    const ofBoris = (await inboxHolds(boris, 2)).notifications.map((line) => line.id)
    expect(await mine(ana).markRead({ ids: [first, ...ofBoris] })).toEqual({ unread: 1 })
    const readAt = (await inboxOf(ana)).notifications.find((line) => line.id === first)?.readAt
    expect(await mine(ana).markRead({ ids: [first] })).toEqual({ unread: 1 })
    expect((await inboxOf(ana)).notifications.find((line) => line.id === first)?.readAt).toBe(readAt)
    expect((await inboxOf(ana, { unreadOnly: true })).notifications.map((line) => line.id)).toEqual([second])
    expect(await mine(boris).countUnread({})).toEqual({ unread: 2 })
    expect(await mine(ana).markAllRead({})).toEqual({ unread: 0 })
    expect(await mine(ana).markAllRead({})).toEqual({ unread: 0 })
    expect(await mine(boris).countUnread({})).toEqual({ unread: 2 })
  })
})

describe('the live inbox', () => {
  it('NO7 says the state at once, then what arrives and what is read, without being asked again', async () => {
    const ana = await member()
    const live = await watch(world, ana)
    await eventually(() => expect(live.said).toEqual([{ unread: 0, newest: null }]))
    const sent = referralTo(ana.institutionId)
    await happens(world.database, referralSent, sent)
    await eventually(() => expect(live.said.at(-1)).toMatchObject({ unread: 1, newest: { refs: { referralId: sent.referralId } } }), 5_000)
    await mine(ana).markAllRead({})
    await eventually(() => expect(live.said.at(-1)).toMatchObject({ unread: 0, newest: { refs: { referralId: sent.referralId } } }), 5_000)
    live.leave()
    await live.ended
  })

  it('NO7 whoever comes back after a broken line finds what was missed', async () => {
    const ana = await member()
    const before = await watch(world, ana)
    await eventually(() => expect(before.said).toHaveLength(1))
    before.leave()
    await before.ended
    await happens(world.database, referralSent, referralTo(ana.institutionId))
    await inboxHolds(ana, 1)
    const after = await watch(world, ana)
    await eventually(() => expect(after.said[0]).toMatchObject({ unread: 1 }))
    after.leave()
    await after.ended
  })

  it('NO4 NO7 hears nothing of what reaches others', async () => {
    const ana = await member()
    const boris = await member()
    const live = await watch(world, boris)
    await happens(world.database, referralSent, referralTo(ana.institutionId))
    await inboxHolds(ana, 1)
    await happens(world.database, referralSent, referralTo(boris.institutionId))
    await eventually(() => expect(live.said.at(-1)?.unread).toBe(1))
    expect(live.said.map((state) => state.unread)).toEqual([0, 1])
    live.leave()
    await live.ended
  })
})

describe('the end of the live inbox', () => {
  it('NO4 comes at once when the session is revoked, and for that session alone', async () => {
    const ana = await member()
    const alsoAna = await testSession(world.database.admin, { subject: ana.subject })
    const [live, other] = [await watch(world, ana), await watch(world, alsoAna)]
    await eventually(() => expect([live.said.length, other.said.length]).toEqual([1, 1]))
    await ana.revoke()
    await happens(world.database, sessionRevoked, { personId: ana.subject.personId })
    await live.ended
    await happens(world.database, referralSent, referralTo(ana.institutionId))
    await eventually(() => expect(other.said.at(-1)?.unread).toBe(1))
    expect(live.said).toHaveLength(1)
    other.leave()
    await other.ended
  })

  it('NO4 comes by itself when nobody says that the session is over', async () => {
    const ana = await member()
    const impatient = watchInbox(world.database.pools<Tables>('notifications').runtime, makeInboxBells(), 50)
    const stream = impatient(contextOf(ana))
    expect((await stream.next()).value).toEqual({ unread: 0, newest: null })
    await ana.revoke()
    expect((await stream.next()).done).toBe(true)
  })

  it('comes when the service stops', async () => {
    const ana = await member()
    const bells = makeInboxBells()
    const stream = watchInbox(world.database.pools<Tables>('notifications').runtime, bells)(contextOf(ana))
    await stream.next()
    const last = stream.next()
    bells.close()
    expect((await last).done).toBe(true)
  })
})

/** Words that must stay where they were typed (trial T32). */
const canary = 'CANARY-7f3a9c-Milica-Jovanović'

describe('what travels', () => {
  it('NO3 an event that tries to carry a reason or a name never gets out of its transaction', async () => {
    const about = {
      agreementId: newId<'AgreementId'>(),
      networkId,
      actorId: newId<'PersonId'>(),
      audience: {},
      at: new Date().toISOString(),
    }
    const declined = { ...about, institutionId: newId<'InstitutionId'>(), reason: canary }
    await expect(happens(world.database, agreementDeclined, declined)).rejects.toThrow()
    const { rows } = await sql`select from elsewhere.outbox where data::text like ${`%${canary}%`}`.execute(world.database.admin)
    expect(rows).toEqual([])
  })

  it('NO3 rows of this service hold nothing but kinds, ids, times and codes of cases', async () => {
    const ana = await member(['head'])
    const audience = { institutionIds: [ana.institutionId] }
    const about = { networkId, actorId: newId<'PersonId'>(), audience, at: new Date().toISOString() }
    await happens(world.database, agreementSent, { ...about, agreementId: newId<'AgreementId'>(), partyIds: [ana.institutionId] })
    const task = { caseId: newId<'CaseId'>(), caseCode: 'NI-26-4821', conferenceId: newId<'ConferenceId'>(), taskId: newId<'TaskId'>() }
    await happens(world.database, taskAssigned, { ...about, ...task, institutionId: ana.institutionId, dueOn: '2026-03-30' })
    const { notifications } = await inboxHolds(ana, 2)
    const values = notifications.flatMap((line) => Object.values(line.refs))
    for (const value of values)
      expect(value).toMatch(/^([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Z]{2}-\d{2}-\d{4})$/)
  })
})
