import type { InstitutionId, NetworkId, Sector } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { expect, it } from 'vitest'
import { smallTemplate } from '../template-for-tests.ts'
import { type KnownInstitution, partiesFrom } from './parties.ts'

const networkId = newId<'NetworkId'>()
const template = smallTemplate()

const institution = (sector: Sector, of: NetworkId | null = networkId): KnownInstitution => ({
  id: newId<'InstitutionId'>(),
  networkId: of,
  sector,
})
const choose = (known: readonly KnownInstitution[], chosen: readonly InstitutionId[] = known.map(({ id }) => id)) =>
  partiesFrom(template, networkId, chosen, new Map(known.map((one) => [one.id, one])))

it('AG1 and AG12: the chosen institutions become parties in their order, required where the template says so, each once', () => {
  const police = institution('police')
  const health = institution('health')
  expect(choose([police, health], [police.id, health.id, police.id])).toMatchObject([
    { institutionId: police.id, sector: 'police', required: true, standing: { state: 'named' } },
    { institutionId: health.id, sector: 'health', required: false, standing: { state: 'named' } },
  ])
})

it('AG12: a national body may be a party in any network', () => {
  expect(choose([institution('national-body', null)])).toHaveLength(1)
})

it('AG12: an institution of another network, or one nobody knows, is refused', () => {
  const refused = expect.objectContaining({ code: 'not-an-institution-of-the-network', field: 'partyIds' })
  expect(() => choose([institution('police', newId<'NetworkId'>())])).toThrow(refused)
  expect(() => choose([], [newId<'InstitutionId'>()])).toThrow(refused)
})

it('AG12: a sector without a place in the template is refused by its name', () => {
  expect(() => choose([institution('media')])).toThrow(
    expect.objectContaining({ code: 'no-place-for-sector', field: 'partyIds', params: { sector: 'media' } }),
  )
})
