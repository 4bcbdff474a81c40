import { directoryOperations } from '@mreza/contracts-directory'
import type { InstitutionId, NetworkId } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { personClient, testSession, testSubject } from '@mreza/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Person, type World } from '../directory-for-tests.ts'

let world: World
let nis: NetworkId
let reader: Person['calls']

beforeAll(async () => {
  world = await openWorld()
  nis = (await world.institution('nis-police')).networkId as NetworkId
  reader = (await world.signIn('nis-police', 'practitioner')).calls
})
afterAll(() => world.dispose())

describe('reading the directory', () => {
  it('DI5: everyone signed in may read it, in every role and of any network', async () => {
    for (const role of ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer', 'auditor', 'administrator'] as const) {
      const { calls } = await world.signIn('vranje-swc', role)
      expect(await calls.listNetworks({})).toHaveLength(7)
    }
  })

  it('DI5: nobody else may: without a role, or without a session', async () => {
    await expect((await world.signIn('nis-police')).calls.listNetworks({})).rejects.toMatchObject({ code: 'not-allowed' })
    const answer = await world.service.door(new Request('http://directory.internal/rpc/directory/listNetworks?input=%7B%7D'))
    expect(answer.status).toBe(401)
  })

  it('DI1: networks come by city with what they count', async () => {
    const networks = await reader.listNetworks({})
    expect(networks.map(({ slug }) => slug)).toEqual([...networks.map(({ slug }) => slug)].sort())
    const { institutions, services } = await reader.readNetwork({ networkId: nis })
    expect(networks.find(({ id }) => id === nis)).toMatchObject({
      city: { en: 'Niš', srLatn: 'Niš', srCyrl: 'Ниш' },
      locative: { srLatn: 'u Nišu' },
      institutionCount: institutions.length,
      serviceCount: services.length,
    })
  })

  it('DI1: a network is what its file says, with sources, and what the file does not say is null', async () => {
    const network = await reader.readNetwork({ networkId: nis })
    expect(network.institutions[0]).toMatchObject({ slug: 'nis-police', sector: 'police', networkId: nis })
    expect(network.gapsReported.length).toBeGreaterThan(0)
    expect(network.sources.length).toBeGreaterThan(0)
    for (const { sources } of [...network.services, ...network.agreementRecords]) expect(sources.length).toBeGreaterThan(0)
    expect(network.services.filter(({ capacity }) => capacity === 0)).toEqual([])
    expect(network.services.some(({ capacity }) => capacity === null)).toBe(true)
    expect(network.agreementRecords.find(({ slug }) => slug === 'protocol-nis-safe-house')).toMatchObject({
      status: 'not-honoured',
      obligations: expect.arrayContaining([expect.objectContaining({ quantity: 6, unit: 'beds' })]),
    })
  })

  it('DI1: a party of a record is an institution of the register where the source names one, else the words of the source', async () => {
    const centre = await world.institution('kragujevac-swc')
    const { agreementRecords } = await reader.readNetwork({ networkId: centre.networkId as NetworkId })
    const parties = agreementRecords.flatMap((record) => record.parties)
    expect(parties).toContainEqual({ institutionId: centre.id })
    expect(parties.some((party) => 'text' in party)).toBe(true)
  })

  it('DI1: a promise with several figures keeps each of them', async () => {
    const { id } = (await reader.listNetworks({})).find(({ slug }) => slug === 'network-vranje') ?? { id: nis }
    const { agreementRecords } = await reader.readNetwork({ networkId: id })
    const { obligations } = agreementRecords.find(({ slug }) => slug === 'strategy-vranje-sustainable-2010-2020') ?? { obligations: [] }
    expect(
      obligations
        .filter((one) => one.id.startsWith('strategy-vranje-sustainable-2010-2020--o4'))
        .map(({ quantity, unit }) => [quantity, unit]),
    ).toEqual([
      [20, 'romaYouthPercent'],
      [15, 'unemployedPercent'],
    ])
  })

  it('DI1: national records come apart from those of the cities', async () => {
    const records = await reader.listNationalRecords({})
    expect(records.map(({ slug }) => slug)).toContain('rulebook-swc-2008')
    expect(records.map(({ slug }) => slug)).not.toContain('protocol-nis-safe-house')
  })

  it('DI1: national services come apart from those of the cities, each with who provides it and where that is said', async () => {
    const services = await reader.listNationalServices({})
    expect(services.map(({ slug }) => slug)).toContain('astra-sos-hotline')
    expect(services.map(({ slug }) => slug)).not.toContain('nis-reception')
    for (const { sources } of services) expect(sources.length).toBeGreaterThan(0)
  })

  it('lists the institutions of a network with the national bodies, of all, of none, and by sector', async () => {
    const ofNis = await reader.listInstitutions({ networkId: nis })
    const national = await reader.listInstitutions({ networkId: null })
    expect(new Set(ofNis.map(({ networkId }) => networkId))).toEqual(new Set([nis, null]))
    expect(national).toHaveLength(48)
    expect(await reader.listInstitutions({})).toHaveLength(161)
    expect(await reader.listInstitutions({ sectors: [] })).toEqual([])
    const police = await reader.listInstitutions({ networkId: nis, sectors: ['police'] })
    expect(new Set(police.map(({ sector }) => sector))).toEqual(new Set(['police']))
  })

  it('reads one institution with its services and sources', async () => {
    const { id } = await world.institution('nis-police')
    expect(await reader.readInstitution({ institutionId: id })).toMatchObject({
      id,
      mention: 'named-in-text',
      nameBasis: 'standard-name-pattern',
      sources: expect.arrayContaining([{ document: expect.any(String), where: expect.any(String) }]),
    })
  })

  it('DI2: what was left out is told to a coordinator and an administrator, and to nobody else', async () => {
    for (const role of ['coordinator', 'administrator'] as const)
      expect(await (await world.signIn('nis-swc', role)).calls.listImportFaults({})).toEqual([])
    await expect(reader.listImportFaults({})).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('answers not-found, with the field, for what there is not', async () => {
    await expect(reader.readNetwork({ networkId: newId<'NetworkId'>() })).rejects.toMatchObject({ code: 'not-found', field: 'networkId' })
    await expect(reader.readInstitution({ institutionId: newId<'InstitutionId'>() })).rejects.toMatchObject({
      code: 'not-found',
      field: 'institutionId',
    })
  })

  it('is fit to work: the database answers and the broker is there', async () => {
    expect(await world.service.health()).toEqual({ ready: true, parts: { database: 'up', broker: 'up' } })
  })
})

describe('bad input', () => {
  const bad = 'not-an-id' as never
  it.each([
    ['readNetwork', { networkId: bad }, 'networkId'],
    ['listInstitutions', { sectors: ['spies'] }, 'sectors.0'],
    ['readInstitution', {}, 'institutionId'],
    ['namePeople', { personIds: [bad] }, 'personIds.0'],
    ['listPeople', { institutionIds: [] }, 'institutionIds'],
    ['searchDirectory', { text: ' a ' }, 'text'],
    ['listNetworks', { all: true }, 'all'],
    ['listNationalRecords', { all: true }, 'all'],
    ['listNationalServices', { all: true }, 'all'],
  ] as const)('%s refuses %j and names the field', async (operation, input, field) => {
    await expect((reader[operation] as (input: unknown) => Promise<unknown>)(input)).rejects.toMatchObject({ code: 'invalid-input', field })
  })

  it('somebody of no institution of the register still only reads', async () => {
    const session = await testSession(world.database.admin, {
      subject: testSubject({ institutionId: newId<'InstitutionId'>(), roles: ['head'] }),
    })
    const stranger = personClient(directoryOperations, world.service.door, 'directory', session)
    const { id } = await world.institution('nis-police')
    const person = { displayName: { srLatn: 'A B', srCyrl: 'А Б' }, jobTitle: { en: 'x', srLatn: 'x', srCyrl: 'х' }, isHead: false }
    await expect(stranger.addPerson({ institutionId: id as InstitutionId, ...person })).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
