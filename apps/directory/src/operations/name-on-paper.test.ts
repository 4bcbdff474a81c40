import { directoryOperations } from '@mreza/contracts-directory'
import type { InstitutionId } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { clientOf } from '@mreza/rpc'
import { testKeys } from '@mreza/testkit'
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

const plans = () => clientOf(directoryOperations, world.service.door, { service: 'directory', keys: testKeys('plans') })

it('DI7: on paper stand the telephones that were tried, and nothing else of the contacts', async () => {
  const contact = { institutionId: police, note: null }
  await head.calls.addContact({ ...contact, kind: 'telephone', value: '018 000 000' })
  await head.calls.addContact({ ...contact, kind: 'email', value: 'somebody@example.rs' })
  const unknown = newId<'InstitutionId'>() as InstitutionId
  const answer = await plans().nameOnPaper({ institutionIds: [police, unknown], personIds: [] })
  expect(answer.institutions).toEqual([{ id: police, name: expect.any(Object), telephones: ['018 000 000'] }])
})

it('DI7: only another service asks for them', async () => {
  await expect(head.calls.nameOnPaper({ institutionIds: [police], personIds: [] })).rejects.toMatchObject({ code: 'not-found' })
})
