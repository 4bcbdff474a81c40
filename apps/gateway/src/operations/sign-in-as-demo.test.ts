import { newId } from '@mreza/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GatewayForTests, gatewayForTests, nameOf, places } from '../gateway-for-tests.ts'
import type { SeedPerson } from '../seed-people.ts'

const person = (slug: string): SeedPerson =>
  ({
    slug,
    personId: newId<'PersonId'>(),
    displayName: nameOf(slug),
    jobTitle: { en: 'Psychologist', srLatn: 'Psiholog', srCyrl: 'Психолог' },
    institutionId: places.nisSwc,
    institutionName: { en: 'Center', srLatn: null, srCyrl: null },
    networkId: places.nis,
    networkName: null,
    sector: 'social-welfare',
    roles: ['practitioner'],
    email: `${slug}@mreza.example`,
  }) as SeedPerson

describe('demo people', () => {
  let demo: GatewayForTests
  let real: GatewayForTests
  beforeAll(async () => {
    demo = await gatewayForTests({ demo: true })
    real = await gatewayForTests()
  })
  afterAll(async () => {
    await demo.dispose()
    await real.dispose()
  })

  it('ID17 are put in once, listed in order, and sign in by a click', async () => {
    const people = [person('zora'), person('ana')]
    expect(await demo.seed(people)).toBe(2)
    expect(await demo.seed(people)).toBe(0)
    const browser = demo.browser()
    expect((await browser.listDemoPeople({})).data.map(({ slug }) => slug)).toEqual(['zora', 'ana'])
    const { data } = await browser.signInAsDemo({ personSlug: 'ana' })
    expect(data).toMatchObject({ demo: true, subject: { assurance: 'demo', personId: people[1]?.personId } })
    expect((await browser.me({})).data?.subject.assurance).toBe('demo')
    expect((await browser.signInAsDemo({ personSlug: 'nobody' })).refusal?.code).toBe('not-found')
    expect((await browser.signIn({ email: 'ana@mreza.example', password: 'anything' })).refusal?.code).toBe('sign-in-failed')
  })

  it('ID17 do not exist in a real installation, even if rows were put in', async () => {
    await real.seed([person('zora')])
    expect((await real.browser().listDemoPeople({})).data).toEqual([])
    expect((await real.browser().signInAsDemo({ personSlug: 'zora' })).refusal?.code).toBe('not-found')
  })
})
