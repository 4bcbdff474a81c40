import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GatewayForTests, gatewayForTests, goodPassword, invitation, nameOf, places } from '../gateway-for-tests.ts'
import { prepareSetUp } from '../store/set-up.ts'
import type { IdentityTables } from '../store/tables.ts'

let on: GatewayForTests
beforeAll(async () => {
  on = await gatewayForTests()
})
afterAll(() => on.dispose())

const prepare = () => prepareSetUp(on.database.pools<IdentityTables>('identity').runtime, new Date())

it('ID18 the link of the last start makes the first administrator, once, who then invites anybody', async () => {
  const old = await prepare()
  const token = await prepare()
  const input = { email: 'root@mreza.rs', password: goodPassword, displayName: nameOf('Root') }
  expect((await on.browser().setUpAdministrator({ ...input, token: old ?? '' })).refusal?.code).toBe('set-up-not-valid')
  const tries = [1, 2].map((n) => on.browser().setUpAdministrator({ ...input, email: `root${n}@mreza.rs`, token: token ?? '' }))
  expect((await Promise.all(tries)).map(({ status }) => status).sort()).toEqual([200, 404])
  expect(await prepare()).toBeUndefined()
  expect(await on.auditActions()).toContain('set-up-administrator')
  const browser = on.browser()
  const emails = await on.admin.withSchema('identity').selectFrom('account').select('email').execute()
  const { data } = await browser.signIn({ email: emails[0]?.email ?? '', password: goodPassword })
  expect(data.subject).toMatchObject({ networkId: null, roles: ['administrator'] })
  expect(
    (await browser.invite(invitation('coordinator@swc.rs', { institutionId: places.pirotSwc as never, roles: ['coordinator'] }))).status,
  ).toBe(200)
})
