import { agreementOperations } from '@mreza/contracts-agreements'
import { newId } from '@mreza/db'
import { clientOf } from '@mreza/rpc'
import { testKeys } from '@mreza/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type City, inForceIn, openWorld, sentIn, type World } from '../agreements-for-tests.ts'

let world: World
let city: City

beforeAll(async () => {
  world = await openWorld()
  city = await world.foundCity()
})
afterAll(() => world.dispose())

const conferences = () => clientOf(agreementOperations, world.service.door, { service: 'agreements', keys: testKeys('conferences') })

it('AG10: a service reads the procedure of an agreement in force, and the same one after it ended', async () => {
  const first = await inForceIn(world, city)
  const read = await conferences().readProcedure({ agreementId: first.id })
  expect(read).toMatchObject({ agreementId: first.id, networkId: city.networkId, title: first.title })
  expect(read.procedure).toEqual(first.content.procedure)
  expect(read.conferenceRule).toEqual(first.content.conferenceRule)
  expect(read.informationRules).toEqual(first.content.informationRules)
  expect(read.parties).toContainEqual({ institutionId: city.police.id, sector: 'police', signed: true })
  expect(read.parties).toContainEqual({ institutionId: city.prosecution.id, sector: 'prosecution', signed: false })
  await inForceIn(world, city)
  expect(await conferences().readProcedure({ agreementId: first.id })).toEqual(read)
})

it('AG10: there is none of an agreement that never came into force, nor of one that is not there', async () => {
  const refused = { code: 'not-found', field: 'agreementId' }
  await expect(conferences().readProcedure({ agreementId: (await sentIn(city)).id })).rejects.toMatchObject(refused)
  await expect(conferences().readProcedure({ agreementId: newId<'AgreementId'>() })).rejects.toMatchObject(refused)
})

it('is no operation for people: it does not exist for them', async () => {
  const { id } = await sentIn(city)
  await expect(city.coordinator.calls.readProcedure({ agreementId: id })).rejects.toMatchObject({ code: 'not-found' })
})
