import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { throttle } from '../domain/throttle.ts'
import { type GatewayForTests, gatewayForTests, goodPassword } from '../gateway-for-tests.ts'

let on: GatewayForTests
beforeAll(async () => {
  on = await gatewayForTests()
})
afterAll(() => on.dispose())

describe('signing in', () => {
  it('ID3 ID19 lets in with the right password, whatever the case of the address, and leaves a trace', async () => {
    await on.addMember({ email: 'ana@swc.rs', roles: ['practitioner'] })
    const browser = on.browser()
    const seen = await browser.signIn({ email: ' ANA@swc.rs ', password: goodPassword })
    expect(seen.data).toMatchObject({ subject: { roles: ['practitioner'], assurance: 'password' }, demo: false, language: 'sr-Latn' })
    expect(browser.jar.cookie).toMatch(/^__Host-mreza=[\w-]{43}$/)
    expect(seen.headers.getSetCookie()[0]).toContain('; Path=/; Secure; HttpOnly; SameSite=Strict')
    expect((await browser.me({})).data?.subject.personId).toBe(seen.data.subject.personId)
    expect(await on.auditActions()).toContain('sign-in')
  })

  it('ID3 answers a wrong password, an unknown address, a disabled account and one without membership alike', async () => {
    await on.addMember({ email: 'wrong@swc.rs', roles: ['practitioner'] })
    await on.addMember({ email: 'disabled@swc.rs', roles: ['practitioner'] })
    await on.addMember({ email: 'former@swc.rs', roles: ['practitioner'] })
    await on.admin
      .withSchema('identity')
      .updateTable('account')
      .set({ disabled_at: new Date() })
      .where('email', '=', 'disabled@swc.rs')
      .execute()
    const former = on.admin.withSchema('identity').selectFrom('account').where('email', '=', 'former@swc.rs').select('person_id')
    await on.admin.withSchema('identity').updateTable('membership').set({ ended_at: new Date() }).where('person_id', '=', former).execute()
    const answers = await Promise.all([
      on.browser().signIn({ email: 'wrong@swc.rs', password: 'not the password' }),
      on.browser().signIn({ email: 'nobody@swc.rs', password: goodPassword }),
      on.browser().signIn({ email: 'disabled@swc.rs', password: goodPassword }),
      on.browser().signIn({ email: 'former@swc.rs', password: goodPassword }),
    ])
    for (const { status, refusal, headers } of answers) {
      expect({ status, refusal }).toEqual({ status: 401, refusal: { code: 'sign-in-failed' } })
      expect(headers.getSetCookie()).toEqual([])
    }
    expect(on.lines.join()).not.toContain('@swc.rs')
  })

  it('ID4 refuses the eleventh try for one address within a quarter of an hour, known or not, even the right one, and not after it', async () => {
    await on.addMember({ email: 'tired@swc.rs', roles: ['practitioner'] })
    for (const email of ['tired@swc.rs', 'unknown@swc.rs']) {
      const tries = await Promise.all(
        Array.from({ length: throttle.perAccount + 5 }, () => on.browser().signIn({ email, password: 'wrong' })),
      )
      const codes = tries.map(({ refusal }) => refusal?.code).sort()
      expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(throttle.perAccount)
      expect((await on.browser().signIn({ email, password: goodPassword })).refusal?.code).toBe('too-many-tries')
    }
    on.clock.advance(throttle.windowMs + 1_000)
    expect((await on.browser().signIn({ email: 'tired@swc.rs', password: goodPassword })).status).toBe(200)
  })

  it('ID14 ends the session that the browser had before', async () => {
    await on.addMember({ email: 'twice@swc.rs', roles: ['practitioner'] })
    const browser = on.browser()
    await browser.signIn({ email: 'twice@swc.rs', password: goodPassword })
    const before = on.browser()
    before.jar.cookie = browser.jar.cookie
    await browser.signIn({ email: 'twice@swc.rs', password: goodPassword })
    expect((await before.me({})).data).toBeNull()
    expect((await browser.me({})).data).not.toBeNull()
  })

  it('ID13 ID16 signing out closes the session for every tab and takes the cookie', async () => {
    await on.addMember({ email: 'out@swc.rs', roles: ['practitioner'] })
    const browser = on.browser()
    await browser.signIn({ email: 'out@swc.rs', password: goodPassword })
    const tab = on.browser()
    tab.jar.cookie = browser.jar.cookie
    expect((await tab.me({})).data).not.toBeNull()
    expect((await browser.signOut({})).data).toEqual({ done: true })
    expect(browser.jar.cookie).toBeUndefined()
    expect((await tab.me({})).data).toBeNull()
    expect(await on.auditActions()).toContain('sign-out')
    expect(await on.eventSubjects()).toContain('session.revoked.v1')
  })
})
