import { InstitutionId, NetworkId, PersonId, Role, type Subject } from '@mreza/contracts-kernel'
import { expect, it } from 'vitest'
import { canInDirectory, couldEverInDirectory } from './capabilities.ts'

const id = (end: number) => `01980000-0000-7000-8000-00000000000${end}`
const [here, elsewhere] = [NetworkId.parse(id(1)), NetworkId.parse(id(2))]
const [mine, other] = [InstitutionId.parse(id(3)), InstitutionId.parse(id(4))]

const someone = (role: Role, networkId: Subject['networkId'] = here): Subject => ({
  personId: PersonId.parse(id(5)),
  institutionId: mine,
  networkId,
  sector: 'police',
  roles: [role],
  assurance: 'two-factor',
})
const editors = (institution: { institutionId: InstitutionId; networkId: NetworkId | null }, networkId: Subject['networkId'] = here) =>
  Role.options.filter((role) => canInDirectory(someone(role, networkId), 'directory.edit-institution', institution))

it('DI5: everyone reads the directory', () => {
  expect(Role.options.filter((role) => canInDirectory(someone(role), 'directory.read', undefined))).toEqual(Role.options)
})

it('DI6: a coordinator edits the institutions of their network, a head their own, nobody else any', () => {
  expect(editors({ institutionId: mine, networkId: here })).toEqual(['coordinator', 'head'])
  expect(editors({ institutionId: other, networkId: here })).toEqual(['coordinator'])
  expect(editors({ institutionId: other, networkId: elsewhere })).toEqual([])
})

it('DI6: of national bodies only their own heads edit', () => {
  expect(editors({ institutionId: mine, networkId: null }, null)).toEqual(['head'])
  expect(editors({ institutionId: other, networkId: null }, null)).toEqual([])
  expect(editors({ institutionId: other, networkId: null })).toEqual([])
})

it('DI2: what was left out is read by coordinators and the administrator', () => {
  expect(Role.options.filter((role) => couldEverInDirectory(someone(role), 'directory.read-faults'))).toEqual([
    'coordinator',
    'administrator',
  ])
  expect(Role.options.filter((role) => couldEverInDirectory(someone(role), 'directory.burn'))).toEqual([])
})
