import { directoryOperations } from '@mreza/contracts-directory'
import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { clientOf } from '@mreza/rpc'
import { testKeys } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type Person, type World } from '../directory-for-tests.ts'

let world: World
let police: InstitutionId
let head: Person

beforeAll(async () => {
  world = await openWorld()
  police = (await world.institution('nis-police')).id
  head = await world.signIn('nis-police', 'head')
})
afterAll(() => world.dispose())

const identity = () => clientOf(directoryOperations, world.service.door, { service: 'directory', keys: testKeys('gateway') })
const somebody = (more: { institutionId?: InstitutionId; personId?: PersonId } = {}) => ({
  personId: newId<'PersonId'>() as PersonId,
  institutionId: police,
  displayName: { srLatn: 'Čedomir Đokić', srCyrl: 'Чедомир Ђокић' },
  jobTitle: { en: 'Officer', srLatn: 'Službenik', srCyrl: 'Службеник' },
  isHead: false,
  ...more,
})
const announced = async (personId: string) => {
  const { rows } = await sql`
    select 1 from directory.outbox where subject = 'mreza.directory.person.registered.v1' and data ->> 'personId' = ${personId}`.execute(
    world.admin,
  )
  return rows.length
}

it('DI9: who accepted an invitation is in the directory, once, and is announced once', async () => {
  const person = somebody()
  expect(await identity().enrolPerson(person)).toEqual({ added: true })
  expect(await identity().enrolPerson({ ...person, displayName: { srLatn: 'X', srCyrl: 'X' } })).toEqual({ added: false })
  expect(await head.calls.namePeople({ personIds: [person.personId] })).toMatchObject([
    { displayName: person.displayName, jobTitle: person.jobTitle, institutionId: police },
  ])
  expect((await head.calls.searchDirectory({ text: 'cedomir djokic' })).people).toHaveLength(1)
  expect(await announced(person.personId)).toBe(1)
})

it('DI9: who is in it already stays as they are', async () => {
  const { personId: _new, ...facts } = somebody()
  const known = await head.calls.addPerson({ ...facts, isHead: true })
  expect(await identity().enrolPerson(somebody({ personId: known.id }))).toEqual({ added: false })
  expect(await head.calls.namePeople({ personIds: [known.id] })).toEqual([known])
})

it('DI9: an institution that is not in the register gets nobody', async () => {
  const person = somebody({ institutionId: newId<'InstitutionId'>() as InstitutionId })
  expect(await identity().enrolPerson(person)).toEqual({ added: false })
  expect(await head.calls.namePeople({ personIds: [person.personId] })).toEqual([])
})

it('DI9: it is no operation for people', async () => {
  await expect(head.calls.enrolPerson(somebody())).rejects.toMatchObject({ code: 'not-found' })
})
