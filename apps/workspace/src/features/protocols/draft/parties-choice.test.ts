import type { PartyPlace, Template } from '@mreza/contracts-agreements'
import type { InstitutionSummary } from '@mreza/contracts-directory'
import { InstitutionId, NetworkId, type Sector } from '@mreza/contracts-kernel'
import { expect, it } from 'vitest'
import { choicesOf, draftLacks, proposedParties } from './parties-choice.ts'

const id = (end: number) => InstitutionId.parse(`01980000-0000-7000-8000-00000000000${end}`)
const network = NetworkId.parse('01980000-0000-7000-8000-0000000000aa')
const text = { en: 'x', srLatn: 'x', srCyrl: 'х' }
const place = (sector: Sector, required: boolean, atLeast: number): PartyPlace => ({ sector, required, atLeast, duties: [text] })
const institution = (end: number, sector: Sector, more: Partial<InstitutionSummary> = {}): InstitutionSummary => ({
  id: id(end),
  slug: `i${end}`,
  name: text,
  shortName: text,
  sector,
  networkId: network,
  parentId: null,
  ...more,
})
const template = {
  parties: [place('health', false, 0), place('police', true, 1), place('education', true, 2)],
  entryIntoForce: { kind: 'at-least', signatures: 4, requiredSectors: ['police', 'education'] },
} as unknown as Template

const institutions = [
  institution(1, 'police', { parentId: id(2) }),
  institution(2, 'police'),
  institution(3, 'education', { networkId: null }),
  institution(4, 'education'),
  institution(5, 'education'),
  institution(6, 'education'),
  institution(7, 'media'),
]

it('AG12: required places come first, each with the institutions of its sector, national bodies after those of the network', () => {
  const choices = choicesOf(template, institutions)
  expect(choices.map((choice) => choice.place.sector)).toEqual(['police', 'education', 'health'])
  expect(choices[1]?.institutions.map((one) => one.id)).toEqual([id(4), id(5), id(6), id(3)])
  expect(choices[2]?.institutions).toEqual([])
})

it('AG2: as many of each required sector are proposed as it asks for, whole institutions before their parts', () => {
  expect(proposedParties(choicesOf(template, institutions))).toEqual([id(2), id(4), id(5)])
})

it('AG2: a draft lacks the sectors that are too few and the parties that its rule asks for', () => {
  expect(draftLacks(template, ['police', 'education'])).toEqual({ sectors: ['education'], parties: 2 })
  expect(draftLacks(template, ['police', 'education', 'education', 'health'])).toEqual({ sectors: [], parties: 0 })
})
