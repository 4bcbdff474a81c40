import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GatewayForTests, gatewayForTests, goodPassword, places } from '../gateway-for-tests.ts'

let on: GatewayForTests
beforeAll(async () => {
  on = await gatewayForTests()
})
afterAll(() => on.dispose())

it('ID6 ID14 a session changes to another of its person’s memberships under a new token, and the old token opens nothing', async () => {
  const first = await on.addMember({ email: 'two@swc.rs', roles: ['practitioner'] })
  const second = await on.addMember({ email: 'two@swc.rs', roles: ['head'], institutionId: places.nisPolice, sector: 'police' })
  const stranger = await on.addMember({ email: 'other@swc.rs', roles: ['head'] })
  const browser = on.browser()
  expect((await browser.signIn({ email: 'two@swc.rs', password: goodPassword })).data.membershipId).toBe(first.membershipId)
  const before = on.browser()
  before.jar.cookie = browser.jar.cookie
  const switched = await browser.switchMembership({ membershipId: second.membershipId })
  expect(switched.data.subject).toMatchObject({ institutionId: places.nisPolice, sector: 'police', roles: ['head'] })
  expect((await browser.me({})).data?.membershipId).toBe(second.membershipId)
  expect((await before.me({})).data).toBeNull()
  expect((await browser.switchMembership({ membershipId: stranger.membershipId })).refusal?.code).toBe('membership-not-yours')
  expect((await on.browser().switchMembership({ membershipId: second.membershipId })).refusal?.code).toBe('sign-in-needed')
})
