import { eventually } from '@mreza/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GatewayForTests, gatewayForTests, goodPassword, places } from '../gateway-for-tests.ts'

let on: GatewayForTests
const signedIn = async (email: string) => {
  const browser = on.browser()
  expect((await browser.signIn({ email, password: goodPassword })).status).toBe(200)
  return browser
}
beforeAll(async () => {
  on = await gatewayForTests()
  await on.addMember({ email: 'coordinator@swc.rs', roles: ['coordinator'] })
  await on.addMember({ email: 'root@mreza.rs', roles: ['administrator'], networkId: null })
})
afterAll(() => on.dispose())

describe('ending a membership', () => {
  it('ID7 ID16 ID19 closes its sessions before it answers, says so, and twice is once', async () => {
    const { membershipId } = await on.addMember({ email: 'leaver@swc.rs', roles: ['practitioner'] })
    const [first, second] = [await signedIn('leaver@swc.rs'), await signedIn('leaver@swc.rs')]
    expect((await first.me({})).data).not.toBeNull()
    const coordinator = await signedIn('coordinator@swc.rs')
    expect((await coordinator.endMembership({ membershipId })).data).toEqual({ done: true })
    expect((await first.me({})).data).toBeNull()
    expect((await second.setLanguage({ language: 'en' })).refusal?.code).toBe('sign-in-needed')
    expect((await coordinator.endMembership({ membershipId })).data).toEqual({ done: true })
    expect((await on.eventSubjects()).filter((subject) => subject === 'membership.ended.v1')).toHaveLength(1)
    expect((await on.auditActions()).filter((action) => action === 'end-membership')).toHaveLength(1)
    expect((await on.browser().signIn({ email: 'leaver@swc.rs', password: goodPassword })).refusal?.code).toBe('sign-in-failed')
  })

  it('ID7 leaves the sessions of the person’s other memberships open', async () => {
    await on.addMember({ email: 'double@swc.rs', roles: ['practitioner'] })
    const other = await on.addMember({ email: 'double@swc.rs', roles: ['head'], institutionId: places.nisPolice })
    const browser = await signedIn('double@swc.rs')
    await (await signedIn('coordinator@swc.rs')).endMembership({ membershipId: other.membershipId })
    expect((await browser.me({})).data?.memberships).toHaveLength(1)
  })

  it('ID8 the coordinator ends only in the own network, never an administrator’s and never the own', async () => {
    const far = await on.addMember({
      email: 'far@swc.rs',
      roles: ['practitioner'],
      institutionId: places.pirotSwc,
      networkId: places.pirot as never,
    })
    const own = await on.addMember({ email: 'self@swc.rs', roles: ['coordinator'] })
    const mixed = await on.addMember({ email: 'mixed@swc.rs', roles: ['practitioner', 'administrator'] })
    const self = await signedIn('self@swc.rs')
    expect((await self.endMembership({ membershipId: far.membershipId })).refusal?.code).toBe('not-found')
    expect((await self.endMembership({ membershipId: own.membershipId })).refusal?.code).toBe('not-allowed')
    expect((await self.endMembership({ membershipId: mixed.membershipId })).refusal?.code).toBe('not-allowed')
    expect((await (await signedIn('root@mreza.rs')).endMembership({ membershipId: far.membershipId })).status).toBe(200)
  })

  it('ID8 lists the members of the own network only', async () => {
    const coordinator = await signedIn('coordinator@swc.rs')
    const { data } = await coordinator.listMembers({ networkId: places.nis as never })
    expect(data.length).toBeGreaterThan(1)
    expect(data.every((member) => member.networkId === places.nis)).toBe(true)
    expect((await coordinator.listMembers({ networkId: places.pirot as never })).refusal?.code).toBe('not-allowed')
    expect((await coordinator.listMembers({ networkId: null })).refusal?.code).toBe('not-allowed')
  })

  it('ID5 a membership counts from its first moment to its last', async () => {
    await on.addMember({ email: 'temporary@swc.rs', roles: ['practitioner'] })
    const browser = await signedIn('temporary@swc.rs')
    const person = on.admin.withSchema('identity').selectFrom('account').where('email', '=', 'temporary@swc.rs').select('person_id')
    await on.admin
      .withSchema('identity')
      .updateTable('membership')
      .set({ valid_until: new Date(on.clock.now().getTime() - 1) })
      .where('person_id', '=', person)
      .execute()
    await eventually(async () => expect((await browser.me({})).data).toBeNull())
  })
})
