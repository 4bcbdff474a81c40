import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GatewayForTests, gatewayForTests, goodPassword, invitation, places } from '../gateway-for-tests.ts'

let on: GatewayForTests
let coordinator: ReturnType<GatewayForTests['browser']>
let administrator: ReturnType<GatewayForTests['browser']>

const signedIn = async (email: string) => {
  const browser = on.browser()
  await browser.signIn({ email, password: goodPassword })
  return browser
}

beforeAll(async () => {
  on = await gatewayForTests()
  await on.addMember({ email: 'coordinator@swc.rs', roles: ['coordinator'] })
  await on.addMember({ email: 'root@mreza.rs', roles: ['administrator'], networkId: null })
  coordinator = await signedIn('coordinator@swc.rs')
  administrator = await signedIn('root@mreza.rs')
})
afterAll(() => on.dispose())

describe('invitations', () => {
  it('ID1 ID9 ID10 ID19 an invited person makes an account, once, and is in', async () => {
    const { data } = await coordinator.invite(invitation('Mira@Swc.rs'))
    const newcomer = on.browser()
    expect((await newcomer.readInvitation({ token: data.token })).data).toMatchObject({
      email: 'mira@swc.rs',
      hasAccount: false,
      institutionId: places.nisSwc,
    })
    const accepted = await newcomer.acceptInvitation({ token: data.token, password: goodPassword, language: 'sr-Cyrl' })
    expect(accepted.data).toMatchObject({
      language: 'sr-Cyrl',
      subject: { personId: data.personId, networkId: places.nis, sector: 'social-welfare', roles: ['practitioner'] },
    })
    expect((await newcomer.me({})).data?.subject.personId).toBe(data.personId)
    expect((await on.browser().acceptInvitation({ token: data.token, password: goodPassword })).refusal?.code).toBe('invitation-not-valid')
    expect(await on.auditActions()).toEqual(expect.arrayContaining(['invite', 'accept-invitation']))
    expect(await on.eventSubjects()).toContain('membership.granted.v1')
    expect((await signedIn('mira@swc.rs')).jar.cookie).toBeDefined()
  })

  it('ID2 refuses passwords that are short, common, or the address itself, and then still takes a good one', async () => {
    const { data } = await coordinator.invite(invitation('weak@swc.rs'))
    const browser = on.browser()
    const refusals = await Promise.all(
      ['short', 'Password2026!', '123456789012', 'aaaaaaaaaaaaa', 'lozinka123456', 'x weak@swc.rs x'].map(
        async (password) => (await browser.acceptInvitation({ token: data.token, password })).refusal,
      ),
    )
    expect(refusals[0]).toMatchObject({ code: 'invalid-input', field: 'password' })
    for (const refusal of refusals.slice(1)) expect(refusal).toEqual({ code: 'password-too-common', field: 'password' })
    expect((await browser.acceptInvitation({ token: data.token, password: goodPassword })).status).toBe(200)
  })

  it('ID10 ID11 refuses expired, renewed and invented tokens alike', async () => {
    const { data: first } = await coordinator.invite(invitation('late@swc.rs'))
    const { data: second } = await coordinator.invite(invitation('late@swc.rs'))
    const refused = async (token: string) => (await on.browser().readInvitation({ token })).refusal
    expect(await refused(first.token)).toEqual({ code: 'invitation-not-valid' })
    expect((await on.browser().readInvitation({ token: second.token })).status).toBe(200)
    expect(await refused('A'.repeat(43))).toEqual({ code: 'invitation-not-valid' })
    const kept = await on.admin.withSchema('identity').selectFrom('invitation').select('token_hash').execute()
    expect(kept.some(({ token_hash }) => token_hash.toString('base64url') === second.token)).toBe(false)
    await on.admin
      .withSchema('identity')
      .updateTable('invitation')
      .set({ expires_at: new Date(Date.now() - 1_000) })
      .where('id', '=', second.invitationId)
      .execute()
    expect(await refused(second.token)).toEqual({ code: 'invitation-not-valid' })
  })

  it('ID10 two people with the same link: one gets in', async () => {
    const { data } = await coordinator.invite(invitation('raced@swc.rs'))
    const answers = await Promise.all([1, 2, 3].map(() => on.browser().acceptInvitation({ token: data.token, password: goodPassword })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
  })

  it('ID12 an address that has an account gets one more membership, with the account’s own password', async () => {
    const { personId } = await on.addMember({ email: 'both@swc.rs', roles: ['practitioner'] })
    const { data } = await coordinator.invite(invitation('both@swc.rs', { institutionId: places.nisPolice as never, roles: ['head'] }))
    expect(data.personId).toBe(personId)
    expect((await on.browser().acceptInvitation({ token: data.token, password: 'not this one at all' })).refusal?.code).toBe(
      'sign-in-failed',
    )
    const accepted = await on.browser().acceptInvitation({ token: data.token, password: goodPassword })
    expect(accepted.data.memberships).toHaveLength(2)
    expect(accepted.data.subject).toMatchObject({ institutionId: places.nisPolice, sector: 'police', roles: ['head'] })
    expect((await coordinator.invite(invitation('alias@swc.rs', { personId }))).refusal).toEqual({
      code: 'already-a-member',
      field: 'email',
    })
    expect((await coordinator.invite(invitation('both@swc.rs'))).refusal).toEqual({ code: 'already-a-member', field: 'email' })
  })

  it('ID9 the coordinator invites in their own network and gives none of the administrator’s roles; the administrator invites anybody', async () => {
    const elsewhere = invitation('far@swc.rs', { institutionId: places.pirotSwc as never })
    expect((await coordinator.invite(elsewhere)).refusal?.code).toBe('not-allowed')
    for (const role of ['administrator', 'auditor', 'center-officer', 'city-official'] as const)
      expect((await coordinator.invite(invitation('far@swc.rs', { roles: ['practitioner', role] }))).refusal?.code).toBe('not-allowed')
    expect(
      (await coordinator.invite(invitation('far@swc.rs', { institutionId: '01900000-0000-7000-8000-000000000000' as never }))).refusal,
    ).toEqual({ code: 'institution-not-known', field: 'institutionId' })
    expect((await administrator.invite({ ...elsewhere, roles: ['city-official'] })).status).toBe(200)
    const practitioner = await signedIn('mira@swc.rs')
    expect((await practitioner.invite(invitation('far@swc.rs'))).refusal?.code).toBe('not-allowed')
    expect((await on.browser().invite(invitation('far@swc.rs'))).refusal?.code).toBe('sign-in-needed')
  })
})
