import { verifyChains } from '@mreza/audit'
import { type AgreementDetail, agreementOperations } from '@mreza/contracts-agreements'
import { personClient, testConfirmation } from '@mreza/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type City,
  deedsOf,
  draftIn,
  type Institution,
  inForceIn,
  newsOf,
  openWorld,
  partiesOf,
  sentIn,
  signWith,
  toldOf,
  type World,
  wishOf,
} from '../agreements-for-tests.ts'

let world: World
let city: City

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.dispose())

const headOf = async (institution: Institution) => (await world.signIn(institution, 'head')).calls
const sign = async (institution: Institution, agreement: AgreementDetail) => signWith(await world.signIn(institution, 'head'), agreement)
const standingOf = (agreement: { parties: AgreementDetail['parties'] }, { id }: Institution) =>
  agreement.parties.find(({ institutionId }) => institutionId === id)?.standing

describe('signing', () => {
  beforeAll(async () => {
    city = await world.foundCity()
  })

  it('AG4: a head of a party signs for it, once; it is told to the heads and the coordinator, and audited', async () => {
    const agreement = await sentIn(city)
    const signed = await sign(city.police, agreement)
    expect(standingOf(signed, city.police)).toMatchObject({ state: 'signed', textHash: agreement.textHash })
    expect(signed.missing).toEqual({ sectors: ['social-welfare', 'education'], signatures: 3 })
    await expect(sign(city.police, agreement)).rejects.toMatchObject({ code: 'already-signed' })
    const [, told] = await toldOf(world, agreement.id)
    expect(told).toMatchObject({
      subject: 'mreza.agreements.agreement.signed.v1',
      data: {
        institutionId: city.police.id,
        audience: { institutionIds: partiesOf(city).map(({ id }) => id), roles: ['head', 'coordinator'] },
      },
    })
    expect(await deedsOf(world, agreement.id)).toEqual(['draft-agreement', 'send-agreement', 'sign-agreement'])
    expect((await verifyChains(world.database.pools('agreements').worker, 'agreements')).broken).toEqual([])
  })

  it('AG4: nobody else signs or declines, and nobody before the party is asked', async () => {
    const draft = await draftIn(city)
    const head = await world.signIn(city.police, 'head')
    await expect(signWith(head, { id: draft.id, textHash: '0'.repeat(64) })).rejects.toMatchObject({ code: 'not-open-for-signing' })
    await expect(head.calls.declineAgreement({ agreementId: draft.id, reason: 'Too early' })).rejects.toMatchObject({
      code: 'not-open-for-signing',
    })
    const agreement = await city.coordinator.calls.sendAgreement({ agreementId: draft.id })
    for (const role of ['coordinator', 'practitioner', 'city-official', 'center-officer', 'auditor', 'administrator'] as const) {
      const person = await world.signIn(city.police, role)
      await expect(signWith(person, agreement)).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(person.calls.declineAgreement({ agreementId: agreement.id, reason: 'Not ours' })).rejects.toMatchObject({
        code: 'not-allowed',
      })
    }
    const noParty = await world.found('civil-society', city.networkId)
    await expect(sign(noParty, agreement)).rejects.toMatchObject({ code: 'not-allowed' })
    const elsewhere = await world.foundCity()
    await expect(sign(elsewhere.police, agreement)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('AG5: a signature whose answer was lost is given again under the same key, and counts once', async () => {
    const agreement = await sentIn(city)
    const { session } = await world.signIn(city.police, 'head')
    const insistent = personClient(agreementOperations, world.service.door, 'agreements', session, () => 'the-same-key')
    const wish = wishOf({ session }, agreement.id, agreement.textHash)
    const first = await insistent.signAgreement(wish)
    expect(await insistent.signAgreement(wish)).toEqual(first)
    expect(await newsOf(world, agreement.id)).toEqual(['sent', 'signed'])
  })

  it('AG21: without a confirmation of this act by this person upon this text, nothing is signed; with it the signature says by what', async () => {
    const agreement = await sentIn(city)
    const [head, colleague] = [await world.signIn(city.police, 'head'), await world.signIn(city.police, 'head')]
    const wish = wishOf(head, agreement.id, agreement.textHash)
    const { subject } = head.session
    const worthless = [
      '',
      wishOf(colleague, agreement.id, agreement.textHash).confirmation,
      testConfirmation(subject, 'sign-agreement', 'a'.repeat(64)),
      testConfirmation(subject, 'sign-off', wish.textHash),
      testConfirmation(subject, 'sign-agreement', wish.textHash, new Date(Date.now() - 121_000)),
    ]
    for (const confirmation of worthless)
      await expect(head.calls.signAgreement({ ...wish, confirmation })).rejects.toMatchObject({ code: 'confirmation-needed' })
    expect(await newsOf(world, agreement.id)).toEqual(['sent'])
    expect(standingOf(await head.calls.signAgreement(wish), city.police)).toMatchObject({
      entitlement: { as: 'head' },
      how: { method: 'recorded', confirmedBy: 'password' },
    })
  })

  it('AG5: another text than the one that was read is refused, and nothing is kept', async () => {
    const agreement = await sentIn(city)
    await expect(sign(city.police, { ...agreement, textHash: 'a'.repeat(64) })).rejects.toMatchObject({
      code: 'text-is-another',
      field: 'textHash',
    })
    expect(await newsOf(world, agreement.id)).toEqual(['sent'])
  })

  it('lists what waits for the signature of one’s institution, for its head alone, until it is signed', async () => {
    const own = await world.foundCity()
    const [first, second] = [await sentIn(own), await sentIn(own)]
    const head = await headOf(own.police)
    expect((await head.listAwaitingMySignature({})).map(({ id }) => id)).toEqual([first.id, second.id])
    await head.declineAgreement({ agreementId: first.id, reason: 'Not yet' })
    await sign(own.police, second)
    expect((await head.listAwaitingMySignature({})).map(({ id }) => id)).toEqual([first.id])
    expect(await own.coordinator.calls.listAwaitingMySignature({})).toEqual([])
  })
})

describe('declining', () => {
  beforeAll(async () => {
    city = await world.foundCity()
  })

  it('AG6: tells everyone, and the one who declines what follows', async () => {
    const agreement = await sentIn(city)
    const { agreement: after, follows } = await (await headOf(city.police)).declineAgreement({
      agreementId: agreement.id,
      reason: 'No staff at night',
    })
    expect(standingOf(after, city.police)).toMatchObject({ state: 'declined', reason: 'No staff at night' })
    expect(follows).toMatchObject({ canComeIntoForceWithout: false, maySignLater: true, missing: { signatures: 4 } })
    expect(new Set(follows.told)).toEqual(new Set([city.centre, city.school, city.health, city.prosecution].map(({ id }) => id)))
    expect(follows.dutiesNotBinding.length).toBeGreaterThan(0)
    expect((await toldOf(world, agreement.id)).at(-1)).toMatchObject({
      subject: 'mreza.agreements.agreement.declined.v1',
      data: { institutionId: city.police.id, audience: { roles: ['head', 'coordinator'] } },
    })
  })

  it('AG7: who declined signs later; who signed does not undo it', async () => {
    const agreement = await sentIn(city)
    const head = await headOf(city.health)
    await head.declineAgreement({ agreementId: agreement.id, reason: 'Our lawyer is away' })
    await head.declineAgreement({ agreementId: agreement.id, reason: 'Our lawyer is still away' })
    expect(standingOf(await head.readAgreement({ agreementId: agreement.id }), city.health)).toMatchObject({
      reason: 'Our lawyer is still away',
    })
    expect(standingOf(await sign(city.health, agreement), city.health)).toMatchObject({ state: 'signed' })
    await expect(head.declineAgreement({ agreementId: agreement.id, reason: 'After all not' })).rejects.toMatchObject({
      code: 'already-signed',
    })
  })

  it('AG11: the reason is read by the parties, the coordinator and the city official, and by nobody else of the network', async () => {
    const agreement = await sentIn(city)
    await (await headOf(city.police)).declineAgreement({ agreementId: agreement.id, reason: 'Between us' })
    const council = await world.found('local-government', city.networkId)
    const reasonFor = async (
      institution: Institution,
      role: 'head' | 'practitioner' | 'coordinator' | 'city-official' | 'auditor' | 'center-officer',
    ) => {
      const { calls } = await world.signIn(institution, role)
      const standing = standingOf(await calls.readAgreement({ agreementId: agreement.id }), city.police)
      const [listed] = (await calls.listAgreements({ networkId: city.networkId })).filter(({ id }) => id === agreement.id)
      expect(listed && standingOf(listed, city.police)).toEqual(standing)
      return standing?.state === 'declined' ? standing.reason : undefined
    }
    for (const role of ['head', 'practitioner'] as const) expect(await reasonFor(city.school, role)).toBe('Between us')
    for (const role of ['coordinator', 'city-official'] as const) expect(await reasonFor(council, role)).toBe('Between us')
    for (const role of ['head', 'practitioner', 'auditor'] as const) expect(await reasonFor(council, role)).toBeNull()
    expect(await reasonFor(await world.found('national-body', null), 'center-officer')).toBeNull()
  })
})

describe('coming into force', () => {
  it('AG8: four signatures with all required sectors do it, at the fourth; a fourth that declined first may be the one', async () => {
    city = await world.foundCity()
    const agreement = await sentIn(city)
    await (await headOf(city.health)).declineAgreement({ agreementId: agreement.id, reason: 'Not yet' })
    for (const party of [city.centre, city.police, city.school]) expect((await sign(party, agreement)).state).toBe('sent')
    const inForce = await sign(city.health, agreement)
    expect(inForce).toMatchObject({ state: 'in-force', missing: { sectors: [], signatures: 0 } })
    const standing = standingOf(inForce, city.health)
    expect(inForce.inForceAt).toBe(standing?.state === 'signed' ? standing.signedAt : '')
    expect(await newsOf(world, agreement.id)).toEqual(['sent', 'declined', 'signed', 'signed', 'signed', 'signed', 'came-into-force'])
    expect((await toldOf(world, agreement.id)).at(-1)?.data.audience.roles).toContain('city-official')
    expect((await deedsOf(world, agreement.id)).at(-1)).toBe('bring-agreement-into-force')
  })

  it('AG8: signatures given at the same moment bring it into force once', async () => {
    city = await world.foundCity()
    const agreement = await sentIn(city)
    await Promise.all(partiesOf(city).map((party) => sign(party, agreement)))
    const news = await newsOf(world, agreement.id)
    expect(news.filter((what) => what === 'signed')).toHaveLength(5)
    expect(news.filter((what) => what === 'came-into-force')).toHaveLength(1)
    expect(await city.coordinator.calls.readAgreement({ agreementId: agreement.id })).toMatchObject({ state: 'in-force' })
  })

  it('AG9: the one that came into force last is in force; the one before it ends at that moment', async () => {
    city = await world.foundCity()
    const [first, second] = [await inForceIn(world, city), await inForceIn(world, city)]
    const ended = await city.coordinator.calls.readAgreement({ agreementId: first.id })
    expect(ended).toMatchObject({ state: 'ended', endedAt: second.inForceAt })
    expect(await newsOf(world, first.id)).toContain('ended')
    expect((await city.coordinator.calls.listAgreements({ networkId: city.networkId, states: ['in-force'] })).map(({ id }) => id)).toEqual([
      second.id,
    ])
    await expect(sign(city.prosecution, first)).rejects.toMatchObject({ code: 'not-open-for-signing' })
  })

  it('AG9: of two that come into force at the same moment one ends the other', async () => {
    city = await world.foundCity()
    const both = [await sentIn(city), await sentIn(city)]
    for (const agreement of both) for (const party of [city.centre, city.police, city.school]) await sign(party, agreement)
    await Promise.all(both.map((agreement) => sign(city.health, agreement)))
    const states = (await city.coordinator.calls.listAgreements({ networkId: city.networkId })).map(({ state }) => state)
    expect(states.sort()).toEqual(['ended', 'in-force'])
  })
})
