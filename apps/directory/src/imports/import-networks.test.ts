import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LogFields } from '@mreza/service'
import type { TestDatabase } from '@mreza/testkit'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { directoryDatabase, protocolsFolder } from '../directory-for-tests.ts'
import type { DirectoryTables } from '../store/tables.ts'
import { importNetworks } from './import-networks.ts'

let database: TestDatabase
let pools: Awaited<ReturnType<typeof directoryDatabase>>['pools']
let admin: Kysely<DirectoryTables>
let folder: string
const lines: { message: string; fields: LogFields | undefined }[] = []
const write = (message: string, fields?: LogFields) => void lines.push({ message, fields })
const log = { info: write, warn: write, error: write, child: () => log }

const load = () => importNetworks(pools.worker, folder, log, new Date())
const nothing = { networks: 0, institutions: 0, services: 0, records: 0, removed: 0 }

const edit = async (file: string, from: string | RegExp, to: string) => {
  const path = join(folder, 'networks', file)
  const text = await readFile(path, 'utf8')
  expect(text).toMatch(from)
  await writeFile(path, text.replace(from, to))
}

interface Told {
  readonly subject: string
  readonly data: { institutionId?: string; networkId: string | null; sector?: string }
}
const told = async (): Promise<Told[]> => (await sql<Told>`delete from directory.outbox returning subject, data`.execute(admin)).rows
const institutionOf = (slug: string) => admin.selectFrom('institution').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow()

beforeAll(async () => {
  ;({ database, pools, admin } = await directoryDatabase())
})
afterAll(() => database.dispose())

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'networks-'))
  await cp(join(protocolsFolder, 'networks'), join(folder, 'networks'), { recursive: true })
  await load()
  await told()
  lines.length = 0
  return () => rm(folder, { recursive: true })
})

it('DI1: every institution, service, record and gap of the seven networks is there with its source', async () => {
  const count = async (table: 'network' | 'institution' | 'service' | 'agreement_record') =>
    (await admin.selectFrom(table).select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()).count
  expect([await count('network'), await count('institution'), await count('service'), await count('agreement_record')]).toEqual([
    7, 161, 65, 156,
  ])
  const { rows } = await sql<{ without: number }>`select (
    (select count(*) from institution where jsonb_array_length(sources) = 0) + (select count(*) from gap where jsonb_array_length(sources) = 0)
    + (select count(*) from service where jsonb_array_length(entry -> 'sources') = 0)
    + (select count(*) from agreement_record where jsonb_array_length(entry -> 'sources') = 0))::int as without`.execute(pools.worker)
  expect(rows).toEqual([{ without: 0 }])
})

it('DI3: loading the same files again changes nothing and announces nothing', async () => {
  const before = await admin.selectFrom('institution').selectAll().orderBy('id').execute()
  expect(await load()).toEqual(nothing)
  expect(await told()).toEqual([])
  expect(await admin.selectFrom('institution').selectAll().orderBy('id').execute()).toEqual(before)
})

it('DI3: a changed fact is changed under the same id, and is no news to others', async () => {
  const before = await institutionOf('nis-police')
  await edit('nis.yaml', /shortName: \{ en: PD,/, 'shortName: { en: PDN,')
  expect(await load()).toEqual({ ...nothing, institutions: 1 })
  expect(await institutionOf('nis-police')).toMatchObject({ id: before.id, short_name: { en: 'PDN' } })
  expect(await told()).toEqual([])
})

it('DI3 and DI4: an institution whose sector changed is announced again, with the one sector that it has now', async () => {
  const { id, network_id } = await institutionOf('nis-police')
  await edit('nis.yaml', /sector: police\n/, 'sector: other\n')
  await load()
  expect(await told()).toEqual([
    { subject: 'mreza.directory.institution.registered.v1', data: { institutionId: id, networkId: network_id, sector: 'other' } },
  ])
  expect(await admin.selectFrom('institution').select('sector').where('slug', '=', 'nis-police').execute()).toEqual([{ sector: 'other' }])
})

it('DI3: services, records and gaps that a file no longer has go; an institution stays', async () => {
  const path = join(folder, 'networks', 'vranje.yaml')
  const text = await readFile(path, 'utf8')
  const gapsBefore = await admin.selectFrom('gap').selectAll().execute()
  await writeFile(path, text.replace(/(gapsReported:\n\s+texts:\n)\s+- [^\n]+\n(?=\s+- )/, '$1'))
  expect((await load()).removed).toBe(1)
  expect(await admin.selectFrom('gap').selectAll().execute()).toHaveLength(gapsBefore.length - 1)
})

it('DI2: a file that breaks its schema is left out alone, with path, line and reason; what was loaded of it before stays', async () => {
  await edit('nis.yaml', /sector: police\n/, 'sector: polizei\n')
  await edit('vranje.yaml', /name: \{ en: Vranje,/, 'name: { en: Vranje town,')
  expect(await load()).toEqual({ ...nothing, networks: 1 })
  expect(await institutionOf('nis-police')).toMatchObject({ sector: 'police' })
  const faults = await admin.selectFrom('import_fault').selectAll().execute()
  expect(faults).toEqual([
    expect.objectContaining({
      path: join('networks', 'nis.yaml'),
      line: expect.any(Number),
      reason: expect.stringContaining('institutions.0.sector'),
    }),
  ])
  expect(lines).toContainEqual({
    message: 'a network file is left out',
    fields: { path: join('networks', 'nis.yaml'), line: faults[0]?.line, reason: faults[0]?.reason },
  })
  await cp(join(protocolsFolder, 'networks'), join(folder, 'networks'), { recursive: true })
  await load()
  expect(await admin.selectFrom('import_fault').selectAll().execute()).toEqual([])
})

it('DI2: a broken national file leaves the cities in use and its own bodies as they were', async () => {
  await writeFile(join(folder, 'networks', 'national.yaml'), 'bodies: [')
  expect(await load()).toEqual(nothing)
  expect((await admin.selectFrom('institution').select('id').where('network_id', 'is', null).execute()).length).toBeGreaterThan(40)
})

it('DI4: an institution of one file cannot be given another sector by a second file', async () => {
  const path = join(folder, 'networks', 'vranje.yaml')
  const text = await readFile(path, 'utf8')
  const stolen = text.replace(
    /institutions:\n/,
    `institutions:\n  - slug: nis-police
    name: { en: Stolen, srLatn: null, srCyrl: null }
    nameBasis: null
    shortName: { en: ST, srLatn: ST, srCyrl: СТ }
    sector: other
    mention: named-in-text
    roles: []
    sources: [ { document: a, where: b } ]
`,
  )
  await writeFile(path, stolen)
  expect(await load()).toEqual(nothing)
  expect(await institutionOf('nis-police')).toMatchObject({ sector: 'police' })
  expect(await admin.selectFrom('import_fault').selectAll().execute()).toHaveLength(1)
})
