import { newId } from '@mreza/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type City,
  deedsOf,
  draftIn,
  newsOf,
  openWorld,
  partiesOf,
  sentIn,
  templateId,
  toldOf,
  type World,
} from '../agreements-for-tests.ts'

let world: World
let city: City
let elsewhere: City

beforeAll(async () => {
  world = await openWorld()
  city = await world.foundCity()
  elsewhere = await world.foundCity()
})
afterAll(() => world.dispose())

const everyParty = () => partiesOf(city).map(({ id }) => id)

describe('the library', () => {
  it('lists the templates and reads one in full', async () => {
    const listed = (await city.coordinator.calls.listTemplates({})).find(({ id }) => id === templateId)
    const template = await city.coordinator.calls.readTemplate({ templateId })
    expect(listed).toEqual({
      id: templateId,
      version: template.version,
      kind: 'protocol',
      title: template.title,
      purpose: template.purpose,
    })
    await expect(city.coordinator.calls.readTemplate({ templateId: 'nothing' })).rejects.toMatchObject({
      code: 'not-found',
      field: 'templateId',
    })
  })
})

describe('drafting', () => {
  it('AG1: the coordinator makes a draft with the text that the template has now', async () => {
    const draft = await draftIn(city)
    expect(draft).toMatchObject({ state: 'draft', networkId: city.networkId, textHash: null, missing: { signatures: 4 } })
    expect(draft.content).toEqual(await city.coordinator.calls.readTemplate({ templateId }))
    expect(draft.parties.map(({ institutionId, required }) => [institutionId, required])).toEqual(
      partiesOf(city).map(({ id, sector }) => [id, ['social-welfare', 'police', 'education'].includes(sector)]),
    )
    expect(await city.coordinator.calls.readAgreement({ agreementId: draft.id })).toEqual(draft)
    expect(await deedsOf(world, draft.id)).toEqual(['draft-agreement'])
    expect(await newsOf(world, draft.id)).toEqual([])
  })

  it('AG1: only the coordinator of the network it belongs to', async () => {
    const wish = { networkId: city.networkId, templateId, partyIds: everyParty() }
    for (const role of ['practitioner', 'head', 'city-official', 'center-officer', 'auditor', 'administrator'] as const)
      await expect((await world.signIn(city.centre, role)).calls.draftAgreement(wish)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(elsewhere.coordinator.calls.draftAgreement(wish)).rejects.toMatchObject({ code: 'not-allowed', field: 'networkId' })
  })

  it('AG12: a national body may be a party; an institution of another network may not', async () => {
    const national = await world.found('health', null)
    const { police } = elsewhere
    const wish = { networkId: city.networkId, templateId }
    await expect(city.coordinator.calls.draftAgreement({ ...wish, partyIds: [police.id] })).rejects.toMatchObject({
      code: 'not-an-institution-of-the-network',
      field: 'partyIds',
    })
    expect((await city.coordinator.calls.draftAgreement({ ...wish, partyIds: [national.id] })).parties).toHaveLength(1)
  })

  it('parties of a draft are replaced', async () => {
    const draft = await draftIn(city)
    const changed = await city.coordinator.calls.chooseParties({ agreementId: draft.id, partyIds: [city.health.id, city.police.id] })
    expect(changed.parties.map(({ institutionId }) => institutionId)).toEqual([city.health.id, city.police.id])
    expect(await city.coordinator.calls.readAgreement({ agreementId: draft.id })).toEqual(changed)
    expect(await deedsOf(world, draft.id)).toEqual(['draft-agreement', 'choose-parties'])
  })
})

describe('sending', () => {
  it('AG2: a draft without a required sector is not sent, and stays a draft', async () => {
    const draft = await draftIn(city)
    await city.coordinator.calls.chooseParties({ agreementId: draft.id, partyIds: [city.centre.id, city.health.id] })
    await expect(city.coordinator.calls.sendAgreement({ agreementId: draft.id })).rejects.toMatchObject({
      code: 'required-sector-missing',
      field: 'partyIds',
    })
    expect(await city.coordinator.calls.readAgreement({ agreementId: draft.id })).toMatchObject({ state: 'draft' })
    expect(await newsOf(world, draft.id)).toEqual([])
  })

  it('AG3: freezes the text, asks the parties and tells their heads', async () => {
    const sent = await sentIn(city)
    expect(sent).toMatchObject({ state: 'sent', textHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(sent.parties.map(({ standing }) => standing.state)).toEqual(['asked', 'asked', 'asked', 'asked', 'asked'])
    expect(await city.coordinator.calls.readAgreement({ agreementId: sent.id })).toEqual(sent)
    expect(await toldOf(world, sent.id)).toMatchObject([
      {
        subject: 'mreza.agreements.agreement.sent.v1',
        data: { audience: { institutionIds: everyParty(), roles: ['head'], personIds: [] }, partyIds: everyParty() },
      },
    ])
    await expect(city.coordinator.calls.chooseParties({ agreementId: sent.id, partyIds: everyParty() })).rejects.toMatchObject({
      code: 'not-a-draft',
    })
    await expect(city.coordinator.calls.sendAgreement({ agreementId: sent.id })).rejects.toMatchObject({ code: 'not-a-draft' })
  })

  it('AG1: nobody but the coordinator changes or sends a draft; for another network it does not exist (D6)', async () => {
    const { id } = await draftIn(city)
    for (const role of ['practitioner', 'head', 'city-official', 'auditor'] as const) {
      const { calls } = await world.signIn(city.centre, role)
      await expect(calls.sendAgreement({ agreementId: id })).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(calls.chooseParties({ agreementId: id, partyIds: everyParty() })).rejects.toMatchObject({ code: 'not-allowed' })
    }
    await expect(elsewhere.coordinator.calls.sendAgreement({ agreementId: id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(elsewhere.coordinator.calls.sendAgreement({ agreementId: newId<'AgreementId'>() })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('bad input', () => {
  const bad = 'x' as never
  it.each([
    ['listTemplates', { all: true }, 'all'],
    ['readTemplate', { templateId: 'Not A Slug' }, 'templateId'],
    ['listAgreements', { networkId: bad }, 'networkId'],
    ['readAgreement', { agreementId: bad }, 'agreementId'],
    ['listAwaitingMySignature', { of: 'me' }, 'of'],
    ['draftAgreement', { networkId: newId(), templateId, partyIds: [] }, 'partyIds'],
    ['chooseParties', { agreementId: newId(), partyIds: [bad] }, 'partyIds.0'],
    ['sendAgreement', {}, 'agreementId'],
  ] as const)('%s refuses %j and names the field', async (operation, input, field) => {
    const call = city.coordinator.calls[operation] as (input: unknown) => Promise<unknown>
    await expect(call(input)).rejects.toMatchObject({ code: 'invalid-input', field })
  })

  it.each([
    ['signAgreement', { agreementId: newId(), textHash: 'short' }, 'textHash'],
    ['declineAgreement', { agreementId: newId(), reason: ' ' }, 'reason'],
  ] as const)('%s refuses %j and names the field', async (operation, input, field) => {
    const call = (await world.signIn(city.police, 'head')).calls[operation] as (input: unknown) => Promise<unknown>
    await expect(call(input)).rejects.toMatchObject({ code: 'invalid-input', field })
  })
})
