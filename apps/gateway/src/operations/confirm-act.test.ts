import { demoCode } from '@mreza/contracts-identity'
import { newId } from '@mreza/db'
import { confirmedBy } from '@mreza/rpc'
import { testKeys } from '@mreza/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { throttle } from '../domain/throttle.ts'
import { type GatewayForTests, gatewayForTests, goodPassword, nameOf, places } from '../gateway-for-tests.ts'
import type { SeedPerson } from '../seed-people.ts'

let on: GatewayForTests
let demo: GatewayForTests
beforeAll(async () => {
  on = await gatewayForTests()
  demo = await gatewayForTests({ demo: true })
})
afterAll(async () => {
  await on.dispose()
  await demo.dispose()
})

const boundTo = 'a'.repeat(64)
const act = 'sign-agreement' as const
const byPassword = (password: string) => ({ act, boundTo, given: { kind: 'password' as const, password } })
const byCode = { act, boundTo, given: { kind: 'demo-code' as const, code: demoCode } }

const comeIn = async (email: string) => {
  await on.addMember({ email, roles: ['head'] })
  const browser = on.browser()
  const { data } = await browser.signIn({ email, password: goodPassword })
  return { browser, subject: data.subject }
}

describe('confirming an act', () => {
  it('ID23 the right password gives a confirmation of exactly this act, that services accept, and leaves a trace', async () => {
    const { browser, subject } = await comeIn('head@swc.rs')
    const { data } = await browser.confirmAct(byPassword(goodPassword))
    expect(data).toMatchObject({ confirmedBy: 'password' })
    const { personId, institutionId } = subject
    const keys = testKeys('agreements').tokenKeys
    expect(confirmedBy(keys, data.confirmation, { personId, institutionId, act, boundTo }, on.clock.now())).toBe('password')
    expect(await on.auditActions()).toContain('confirm-act')
    expect((await browser.me({})).data).not.toBeNull()
  })

  it('ID23 a wrong password, the demo’s code in a real installation, and nobody are refused; the session goes on', async () => {
    const { browser } = await comeIn('wrong@swc.rs')
    for (const input of [byPassword('not the password'), byCode])
      expect(await browser.confirmAct(input)).toMatchObject({ status: 403, refusal: { code: 'confirmation-not-right', field: 'given' } })
    expect((await browser.me({})).data).not.toBeNull()
    expect(await on.auditActions()).toContain('refuse-confirmation')
    expect((await on.browser().confirmAct(byPassword(goodPassword))).refusal?.code).toBe('sign-in-needed')
  })

  it('ID4 ID23 tries count with those at the door', async () => {
    const { browser } = await comeIn('guessed@swc.rs')
    for (let count = 0; count < throttle.perAccount; count += 1) await browser.confirmAct(byPassword(`guess ${count}`))
    expect((await browser.confirmAct(byPassword(goodPassword))).refusal?.code).toBe('too-many-tries')
    expect((await on.browser().signIn({ email: 'guessed@swc.rs', password: goodPassword })).refusal?.code).toBe('too-many-tries')
  })

  it('ID23 in a demo the code that everybody knows confirms, and the confirmation says so', async () => {
    const person = {
      slug: 'ana',
      personId: newId<'PersonId'>(),
      displayName: nameOf('ana'),
      jobTitle: { en: 'Head', srLatn: 'Direktorka', srCyrl: 'Директорка' },
      institutionId: places.nisSwc,
      institutionName: { en: 'Center', srLatn: null, srCyrl: null },
      networkId: places.nis,
      networkName: null,
      sector: 'social-welfare',
      roles: ['head'],
      email: 'ana@mreza.example',
    } as SeedPerson
    await demo.seed([person])
    const browser = demo.browser()
    await browser.signInAsDemo({ personSlug: 'ana' })
    expect((await browser.confirmAct(byCode)).data).toMatchObject({ confirmedBy: 'demo' })
    const wrong = { ...byCode, given: { ...byCode.given, code: '123456' } }
    expect((await browser.confirmAct(wrong)).refusal?.code).toBe('confirmation-not-right')
  })
})
