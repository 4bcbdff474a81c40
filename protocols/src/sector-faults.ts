import type { Step } from '@mreza/contracts-agreements'
import type { Sector } from '@mreza/contracts-kernel'
import type { Fault } from './fault.ts'
import type { FaultAt } from './place-finder.ts'
import type { TemplateFile } from './template-file.ts'

type Path = readonly PropertyKey[]
type PlacedStep = { readonly value: Step; readonly path: Path }
type Named = { readonly sector: Sector; readonly path: Path }

/** National bodies stand outside every network: they may be told of things without a place among the parties. */
const outside: Sector = 'national-body'

/** Every sector that owes, does, reports or tells something: it must have a place among the parties. */
const namedSectors = (template: TemplateFile, steps: readonly PlacedStep[]): Named[] => [
  ...template.obligations.map(({ party }, index) => ({ sector: party, path: ['obligations', index, 'party'] })),
  ...steps.flatMap(({ value, path }) => ('sector' in value.actor ? [{ sector: value.actor.sector, path: [...path, 'actor'] }] : [])),
  ...(template.conferenceRule?.mandatorySectors ?? []).map(({ sector }, index) => ({
    sector,
    path: ['conferenceRule', 'mandatorySectors', index],
  })),
  ...(template.conferenceRule?.optionalSectors ?? []).map((sector, index) => ({
    sector,
    path: ['conferenceRule', 'optionalSectors', index],
  })),
  ...(template.indicators ?? []).flatMap(({ source }, index) =>
    source.kind === 'reported' ? [{ sector: source.by, path: ['indicators', index, 'source', 'by'] }] : [],
  ),
  ...template.informationRules.flatMap(({ from, to }, index) => [
    ...(from === 'any' ? [] : [{ sector: from, path: ['informationRules', index, 'from'] }]),
    ...(to === outside ? [] : [{ sector: to, path: ['informationRules', index, 'to'] }]),
  ]),
]

const countFaults = ({ entryIntoForce, conferenceRule }: TemplateFile, faultAt: FaultAt): Fault[] => {
  const must = entryIntoForce.requiredSectors.length
  const signatures = entryIntoForce.kind === 'at-least' ? entryIntoForce.signatures : must
  const tooMany = conferenceRule !== null && conferenceRule.quorum.atLeast > conferenceRule.mandatorySectors.length
  return [
    ...(signatures < must ? [faultAt(['entryIntoForce', 'signatures'], `fewer signatures than required sectors (${must})`)] : []),
    ...(tooMany ? [faultAt(['conferenceRule', 'quorum', 'atLeast'], 'more than there are mandatory sectors')] : []),
  ]
}

/** Sectors that are named somewhere but have no place among the parties, and numbers of them that cannot be reached. */
export const sectorFaults = (template: TemplateFile, steps: readonly PlacedStep[], faultAt: FaultAt): Fault[] => {
  const places = new Map(template.parties.map((place) => [place.sector, place]))
  const without = namedSectors(template, steps).filter(({ sector }) => !places.has(sector))
  return [
    ...without.map(({ sector, path }) => faultAt(path, `the sector ${sector} has no place among the parties`)),
    ...template.entryIntoForce.requiredSectors.flatMap((sector, index) =>
      places.get(sector)?.required === true
        ? []
        : [faultAt(['entryIntoForce', 'requiredSectors', index], `the place of the sector ${sector} is not required among the parties`)],
    ),
    ...countFaults(template, faultAt),
  ]
}
