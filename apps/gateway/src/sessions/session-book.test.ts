import { asSubject } from '@mreza/db'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionTimes } from '../domain/session-times.ts'
import { type GatewayForTests, gatewayForTests, goodPassword, places } from '../gateway-for-tests.ts'
import { databaseKeyMaker, hashOf } from './secrets.ts'

let on: GatewayForTests
beforeAll(async () => {
  on = await gatewayForTests()
})
afterAll(() => on.dispose())

const signedIn = async (email: string) => {
  await on.addMember({ email, roles: ['practitioner'] })
  const browser = on.browser()
  await browser.signIn({ email, password: goodPassword })
  return browser
}
const tokenOf = (cookie: string | undefined) => (cookie ?? '').split('=')[1] ?? ''
const tabWith = (cookie: string | undefined) => {
  const tab = on.browser()
  tab.jar.cookie = cookie
  return tab
}
const sessionOf = (cookie: string | undefined) =>
  on.admin
    .withSchema('identity')
    .selectFrom('session')
    .selectAll()
    .where('token_hash', '=', hashOf(tokenOf(cookie)))
    .executeTakeFirstOrThrow()

describe('sessions', () => {
  it('ID13 the database holds the hash of the token and nothing that opens the session', async () => {
    const browser = await signedIn('hash@swc.rs')
    const token = tokenOf(browser.jar.cookie)
    expect(token).toHaveLength(43)
    expect(JSON.stringify(await sessionOf(browser.jar.cookie))).not.toContain(token)
    expect(on.lines.join()).not.toContain(token)
  })

  it('ID13 a session that is not used for half an hour ends; one that is used goes on, but not beyond twelve hours', async () => {
    const idle = await signedIn('idle@swc.rs')
    const busy = await signedIn('busy@swc.rs')
    for (let n = 0; n < 2; n += 1) {
      on.clock.advance(20 * 60_000)
      expect((await busy.me({})).data).not.toBeNull()
    }
    expect((await idle.me({})).data).toBeNull()
    for (let n = 0; n < 33; n += 1) {
      on.clock.advance(20 * 60_000)
      await busy.me({})
    }
    expect((await busy.me({})).data).not.toBeNull()
    on.clock.advance(20 * 60_000)
    expect((await busy.me({})).data).toBeNull()
  })

  it('ID14 the token is renewed once for all parallel tabs; the old one works for a minute more and then never', async () => {
    const browser = await signedIn('tabs@swc.rs')
    const old = browser.jar.cookie
    on.clock.advance(sessionTimes.rotation)
    const tabs = Array.from({ length: 8 }, () => tabWith(old))
    const seen = await Promise.all(tabs.map((tab) => tab.me({})))
    expect(seen.every(({ data }) => data !== null)).toBe(true)
    const renewed = tabs.map((tab) => tab.jar.cookie).filter((cookie) => cookie !== old)
    expect(renewed).toHaveLength(1)
    on.clock.advance(sessionTimes.grace - 5_000)
    expect((await tabWith(old).me({})).data).not.toBeNull()
    on.clock.advance(6_000)
    expect((await tabWith(old).me({})).data).toBeNull()
    expect((await tabWith(renewed[0]).me({})).data).not.toBeNull()
  })

  it('ID15 the database key opens `access.subject()` for exactly its session, and neither the cookie, nor a forged key, nor a revoked session does', async () => {
    const browser = await signedIn('key@swc.rs')
    const { id } = await sessionOf(browser.jar.cookie)
    const { runtime } = on.database.pools('identity')
    const ask = (key: string) =>
      asSubject(
        runtime,
        key,
        async (trx) =>
          (await sql<{ person_id: string; institution_id: string; roles: string[] }>`select * from access.subject()`.execute(trx)).rows,
      )
    const key = databaseKeyMaker(on.dependencies.keys.masterKey)(id)
    const me = (await browser.me({})).data
    expect(await ask(key)).toMatchObject([{ person_id: me?.subject.personId, institution_id: places.nisSwc, roles: ['practitioner'] }])
    for (const forged of ['', tokenOf(browser.jar.cookie), id, `${key}x`, "' or true --"]) expect(await ask(forged)).toEqual([])
    await browser.signOut({})
    expect(await ask(key)).toEqual([])
  })

  it('ID16 a session that another gateway revoked is refused within a second', async () => {
    const browser = await signedIn('elsewhere@swc.rs')
    expect((await browser.me({})).data).not.toBeNull()
    await on.admin
      .withSchema('identity')
      .updateTable('session')
      .set({ revoked_at: new Date() })
      .where('token_hash', '=', hashOf(tokenOf(browser.jar.cookie)))
      .execute()
    on.clock.advance(1_000)
    expect((await browser.me({})).data).toBeNull()
  })

  it.each(['x', 'A'.repeat(43), `${'A'.repeat(43)}; __Host-mreza=${'B'.repeat(43)}`, "'; drop table session; --"])(
    'an invented cookie (%s) is nobody',
    async (cookie) => {
      expect((await tabWith(`__Host-mreza=${cookie}`).me({})).data).toBeNull()
    },
  )
})
