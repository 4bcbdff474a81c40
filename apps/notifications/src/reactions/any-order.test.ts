import type { PersonId } from '@mreza/contracts-kernel'
import { asWorker, type Pools } from '@mreza/db'
import { createTestDatabase, eventually, identityStandIn, seedOf, type TestDatabase } from '@mreza/testkit'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Announcement } from '../domain/announcement.ts'
import type { MembershipChange } from '../domain/membership.ts'
import { recipientsOf } from '../domain/recipients.ts'
import { endOf, granted, inboxes, minute, somebody, somewhere, told } from '../inbox-for-tests.ts'
import { notificationsMigrations } from '../store/migrations/index.ts'
import type { Tables } from '../store/tables.ts'
import { announce } from './announce.ts'
import { changeMembership } from './change-membership.ts'

type News = { readonly change: MembershipChange } | { readonly said: Announcement }

let database: TestDatabase
let db: Pools<Tables>

beforeAll(async () => {
  database = await createTestDatabase([identityStandIn, notificationsMigrations])
  db = database.pools<Tables>('notifications')
})
afterAll(() => database.dispose())
beforeEach(() => empty())

const empty = async () => {
  const admin = database.admin.withSchema('notifications') as unknown as typeof db.worker
  for (const table of ['notification', 'announcement', 'membership_change'] as const) await admin.deleteFrom(table).execute()
}

const hear = (news: News) =>
  asWorker(db.worker, (trx) => ('change' in news ? changeMembership(trx, news.change) : announce(trx, news.said)))

/** Throws unless a transaction waits for a lock that another holds. */
const someoneWaits = async () => {
  const { rows } = await sql`
    select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`.execute(database.admin)
  expect(rows).toHaveLength(1)
}

/** What the rules alone say, without a database and without an order. */
const expected = (story: readonly News[]): string[] => {
  const changes = story.flatMap((news) => ('change' in news ? [news.change] : []))
  const lines = story.flatMap((news) =>
    'said' in news ? recipientsOf(news.said, changes).map((personId) => `${personId} ${news.said.eventId} ${news.said.kind}`) : [],
  )
  return [...new Set(lines)].sort()
}

const institutions = [somewhere(), somewhere()] as const
const people = [somebody(), somebody(), somebody()] as const
const when = fc.integer({ min: 0, max: 30 }).map(minute)
const role = fc.constantFrom('practitioner', 'head', 'city-official')

const membership = fc
  .record({ person: fc.constantFrom(...people), institution: fc.constantFrom(...institutions), at: when, role, until: fc.option(when) })
  .map(({ person, institution, at, role: held, until }): News[] => {
    const change = granted({ personId: person, institutionId: institution, at, roles: [held] })
    return until === null || until <= at ? [{ change }] : [{ change }, { change: endOf(change, until) }]
  })

const announcement = fc
  .record({
    institution: fc.constantFrom(...institutions),
    named: fc.option(fc.constantFrom(...people)),
    at: when,
    roles: fc.subarray(['head', 'city-official'] as const),
    actor: fc.option(fc.constantFrom<PersonId>(...people)),
  })
  .map(({ institution, named, at, roles, actor }): News[] => {
    const one = told(institution, { at, actorId: actor, roles: [...roles] })
    return [{ said: { ...one, audience: { ...one.audience, personIds: named === null ? [] : [named] } } }]
  })

const story = fc
  .tuple(fc.array(membership, { minLength: 1, maxLength: 4 }), fc.array(announcement, { minLength: 1, maxLength: 4 }))
  .map(([memberships, announcements]) => [...memberships, ...announcements].flat())
/** A story, and the same news as they arrive: shuffled, some of them twice. */
const arrivals = story.chain((news) =>
  fc.record({ news: fc.constant(news), arriving: fc.shuffledSubarray([...news, ...news], { minLength: news.length }) }),
)

describe('inboxes', () => {
  it('NO1 NO6 are the same in whatever order the news arrive and however often', async () => {
    const property = fc.asyncProperty(arrivals, async ({ news, arriving }) => {
      await empty()
      for (const one of arriving) await hear(one)
      const heard = news.filter((one) => arriving.includes(one))
      expect(await inboxes(db.worker)).toEqual(expected(heard))
    })
    await fc.assert(property, { seed: seedOf('inboxes in any order'), numRuns: 60 })
  })

  it('NO1 NO6 are the same when the news arrive at the same time', async () => {
    const property = fc.asyncProperty(arrivals, async ({ news, arriving }) => {
      await empty()
      await Promise.all(arriving.map(hear))
      const heard = news.filter((one) => arriving.includes(one))
      expect(await inboxes(db.worker)).toEqual(expected(heard))
    })
    await fc.assert(property, { seed: seedOf('inboxes at the same time'), numRuns: 30 })
  })

  it('NO1 whose membership begins while something is being announced is told', async () => {
    const member = granted({ personId: people[0], institutionId: institutions[0] })
    const said = told(institutions[0])
    let joining: Promise<void> = Promise.resolve()
    await asWorker(db.worker, async (trx) => {
      await announce(trx, said)
      joining = hear({ change: member })
      // It waits for this transaction, or would be through before it.
      await Promise.race([joining, eventually(someoneWaits)])
    })
    await joining
    expect(await inboxes(db.worker)).toEqual(expected([{ change: member }, { said }]))
  })

  it('NO6 what was told to somebody who had left already is taken back when we learn of it', async () => {
    const member = granted({ personId: people[0], institutionId: institutions[0] })
    const said = told(institutions[0])
    for (const news of [{ change: member }, { said }]) await hear(news)
    expect(await inboxes(db.worker)).toHaveLength(1)
    await hear({ change: endOf(member, minute(5)) })
    expect(await inboxes(db.worker)).toEqual([])
  })
})
