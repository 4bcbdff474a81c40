import { institutionRegistered } from '@mreza/contracts-directory'
import type { InstitutionId, NetworkId } from '@mreza/contracts-kernel'
import { asWorker, newId, type Pools } from '@mreza/db'
import { eventually, happens } from '@mreza/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '../agreements-for-tests.ts'
import { keepInstitution } from '../store/institutions.ts'
import type { AgreementsTables } from '../store/tables.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
  world.bus.bus.relay({ db: world.database.pools('elsewhere').worker, schema: 'elsewhere' })
})
afterAll(() => world.dispose())

const known = (id: InstitutionId) =>
  world.admin.selectFrom('institution').select(['network_id', 'sector']).where('id', '=', id).executeTakeFirst()

it('AG1: an institution that the directory registers can be a party, with the network and sector it has last', async () => {
  const institutionId = newId<'InstitutionId'>()
  const networkId: NetworkId = newId<'NetworkId'>()
  await happens(world.database, institutionRegistered, { institutionId, networkId: null, sector: 'other' })
  await happens(world.database, institutionRegistered, { institutionId, networkId, sector: 'police' })
  await eventually(async () => expect(await known(institutionId)).toEqual({ network_id: networkId, sector: 'police' }))
})

it('an older announcement that arrives late changes nothing', async () => {
  const id = newId<'InstitutionId'>()
  const { worker }: Pools<AgreementsTables> = world.database.pools('agreements')
  const keep = (sector: 'police' | 'other', at: string) =>
    asWorker(worker, (trx) => keepInstitution(trx, { id, networkId: null, sector }, at))
  await keep('police', '2026-03-02T10:00:00.000Z')
  await keep('other', '2026-03-02T09:00:00.000Z')
  expect(await known(id)).toEqual({ network_id: null, sector: 'police' })
})
