import type { NetworkId } from '@mreza/contracts-kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GatewayForTests, gatewayForTests, goodPassword, invitation, places } from '../gateway-for-tests.ts'

let on: GatewayForTests
let coordinator: ReturnType<GatewayForTests['browser']>
let administrator: ReturnType<GatewayForTests['browser']>
const nis = { networkId: places.nis as NetworkId }
const pirot = { networkId: places.pirot as NetworkId }

const signedIn = async (email: string) => {
  const browser = on.browser()
  await browser.signIn({ email, password: goodPassword })
  return browser
}

beforeAll(async () => {
  on = await gatewayForTests()
  await on.addMember({ email: 'coordinator@swc.rs', roles: ['coordinator'] })
  await on.addMember({ email: 'worker@swc.rs', roles: ['practitioner', 'head'] })
  await on.addMember({ email: 'root@mreza.rs', roles: ['administrator'], networkId: null })
  coordinator = await signedIn('coordinator@swc.rs')
  administrator = await signedIn('root@mreza.rs')
})
afterAll(() => on.dispose())

describe('invitations that wait', () => {
  it('ID21 shows them to who may invite there, with all that a renewal needs and without the token', async () => {
    const asked = invitation('waits@swc.rs')
    const { data: issued } = await coordinator.invite(asked)
    for (const who of [coordinator, administrator]) {
      const { data } = await who.listInvitations(nis)
      const { email, displayName, jobTitle, institutionId, roles } = asked
      expect(data).toMatchObject([{ invitationId: issued.invitationId, email, displayName, jobTitle, institutionId, roles }])
      expect(JSON.stringify(data)).not.toContain(issued.token)
    }
    expect((await coordinator.listInvitations(pirot)).refusal?.code).toBe('not-allowed')
    expect((await (await signedIn('worker@swc.rs')).listInvitations(nis)).refusal?.code).toBe('not-allowed')
    expect((await administrator.listInvitations(pirot)).data).toEqual([])
  })

  it('ID10 ID19 ID21 a withdrawn link opens nothing, and withdrawing twice is once', async () => {
    const { data: issued } = await coordinator.invite(invitation('unwanted@swc.rs'))
    const { invitationId } = issued
    expect((await coordinator.withdrawInvitation({ invitationId })).data).toEqual({ done: true })
    expect((await coordinator.withdrawInvitation({ invitationId })).data).toEqual({ done: true })
    expect((await on.browser().readInvitation({ token: issued.token })).refusal?.code).toBe('invitation-not-valid')
    expect((await coordinator.listInvitations(nis)).data.some((one) => one.invitationId === invitationId)).toBe(false)
    expect((await on.auditActions()).filter((action) => action === 'withdraw-invitation')).toHaveLength(1)
  })

  it('ID21 another network’s are not there, and the administrator’s are not the coordinator’s to withdraw', async () => {
    const far = await administrator.invite(invitation('far@swc.rs', { institutionId: places.pirotSwc as never }))
    const auditor = await administrator.invite(invitation('auditor@swc.rs', { roles: ['auditor'] }))
    expect((await coordinator.withdrawInvitation({ invitationId: far.data.invitationId })).refusal?.code).toBe('not-found')
    expect((await coordinator.withdrawInvitation({ invitationId: auditor.data.invitationId })).refusal?.code).toBe('not-allowed')
    expect((await on.browser().readInvitation({ token: auditor.data.token })).status).toBe(200)
  })
})

describe('members', () => {
  it('ID8 lists those that were over lately only when asked, and says when they ended', async () => {
    const { membershipId } = await on.addMember({ email: 'leaver@swc.rs', roles: ['practitioner'] })
    await coordinator.endMembership({ membershipId })
    const shown = async (alsoEnded: boolean) =>
      (await coordinator.listMembers({ ...nis, alsoEnded })).data.find((member) => member.membershipId === membershipId)
    expect(await shown(false)).toBeUndefined()
    expect((await shown(true))?.endedAt).not.toBeNull()
    await on.admin
      .withSchema('identity')
      .updateTable('membership')
      .set({ ended_at: new Date(Date.now() - 91 * 24 * 3_600_000) })
      .where('id', '=', membershipId)
      .execute()
    expect(await shown(true)).toBeUndefined()
  })
})
