import type { NetworkId } from '@mreza/contracts-kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type Person, type World } from '../directory-for-tests.ts'

let world: World
let head: Person['calls']
let nis: NetworkId

beforeAll(async () => {
  world = await openWorld()
  const police = await world.institution('nis-police')
  nis = police.networkId as NetworkId
  head = (await world.signIn('nis-police', 'head')).calls
  await head.addPerson({
    institutionId: police.id,
    displayName: { srLatn: 'Milica Đorđević', srCyrl: 'Милица Ђорђевић' },
    jobTitle: { en: 'Officer', srLatn: 'Službenica', srCyrl: 'Службеница' },
    isHead: false,
  })
})
afterAll(() => world.dispose())

it.each(['Đorđević', 'djordjevic', 'ЂОРЂЕВИЋ', 'đorđević', 'Милица Ђорђ', 'milica djordjevic'])(
  'DI8: %s finds the person',
  async (text) => {
    const { people } = await head.searchDirectory({ text })
    expect(people.map(({ displayName }) => displayName.srLatn)).toEqual(['Milica Đorđević'])
  },
)

it.each(['Policijska uprava u Nišu', 'policijska uprava u nisu', 'полицијска управа у Нишу', 'Police Department Niš'])(
  'DI8: %s finds the institution first',
  async (text) => {
    expect((await head.searchDirectory({ text })).institutions[0]).toMatchObject({ slug: 'nis-police' })
  },
)

it('DI8: finds services, and keeps to a network with the national bodies when asked', async () => {
  const all = await head.searchDirectory({ text: 'social' })
  expect(all.institutions.length + all.people.length + all.services.length).toBe(20)
  const ofNis = await head.searchDirectory({ text: 'centar za socijalni rad', networkId: nis })
  expect(ofNis.institutions.length).toBeGreaterThan(0)
  for (const institution of ofNis.institutions) expect([nis, null]).toContain(institution.networkId)
  expect((await head.searchDirectory({ text: 'safe house' })).services.length).toBeGreaterThan(0)
})

it('DI8: signs that mean something to a database mean nothing here', async () => {
  expect(await head.searchDirectory({ text: "%_%\\'" })).toEqual({ institutions: [], people: [], services: [] })
})
