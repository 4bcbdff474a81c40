import { loadDemoPeople } from '@mreza/protocols'
import { makeLog } from '@mreza/service'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { seedDemoPeople } from './demo-people.ts'
import { directoryDatabase, protocolsFolder } from './directory-for-tests.ts'
import { importNetworks } from './imports/import-networks.ts'

it('the demo people are put into the directory once, with what identity needs of them', async () => {
  const { database, pools, admin } = await directoryDatabase()
  await importNetworks(pools.worker, protocolsFolder, makeLog('directory', 'silent'), new Date())
  const { good } = await loadDemoPeople(protocolsFolder)
  const seeded = await seedDemoPeople(pools.worker, good)
  expect(seeded.map(({ slug }) => slug)).toEqual(good.map(({ slug }) => slug))
  expect(seeded[0]).toMatchObject({
    slug: 'jelena-stankovic',
    sector: 'social-welfare',
    roles: ['coordinator'],
    networkName: { en: 'Niš' },
  })
  expect(await seedDemoPeople(pools.worker, good)).toEqual(seeded)
  expect(await admin.selectFrom('person').select('id').execute()).toHaveLength(good.length)
  const { rows } = await sql`select 1 from directory.outbox where subject = 'mreza.directory.person.registered.v1'`.execute(admin)
  expect(rows).toHaveLength(good.length)
  await expect(
    seedDemoPeople(
      pools.worker,
      good.slice(0, 1).map((one) => ({ ...one, institution: 'nowhere' })),
    ),
  ).rejects.toThrow(/not in the register/)
  await database.dispose()
})
