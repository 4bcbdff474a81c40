import { type Deadline, type Provision, type Rule, type Step, thisAgreement } from '@mreza/contracts-agreements'
import type { Fault } from './fault.ts'
import type { FaultAt } from './place-finder.ts'
import { repeated } from './repeated.ts'
import { ruleFaults } from './rule-agreement.ts'
import type { TemplateFile } from './template-file.ts'

/** What a template may refer to outside itself; `null` for what could not be loaded and is therefore not judged. */
export interface TemplateSurroundings {
  readonly rules: ReadonlyMap<string, Rule> | null
  readonly documents: ReadonlySet<string> | null
}

type Path = readonly PropertyKey[]
type Placed<T> = { readonly value: T; readonly path: Path }

const stepsOf = (template: TemplateFile): Placed<Step>[] =>
  template.procedure.stages.flatMap((stage, at) =>
    stage.steps.map((value, index) => ({ value, path: ['procedure', 'stages', at, 'steps', index] })),
  )

const deadlinesOf = (template: TemplateFile): Placed<Deadline>[] =>
  [
    ...stepsOf(template).map(({ value, path }) => ({ value: value.deadline, path: [...path, 'deadline'] })),
    { value: template.conferenceRule.latest, path: ['conferenceRule', 'latest'] },
    { value: template.conferenceRule.latestImmediate, path: ['conferenceRule', 'latestImmediate'] },
  ].flatMap(({ value, path }) => (value === null ? [] : [{ value, path }]))

const sourcesOf = (template: TemplateFile): Placed<Provision>[] => [
  ...template.sources.map((value, index) => ({ value, path: ['sources', index] })),
  ...deadlinesOf(template).map(({ value, path }) => ({ value: value.source, path: [...path, 'source'] })),
]

const articleFaults = (template: TemplateFile, faultAt: FaultAt): Fault[] => {
  const numbers = new Set(template.articles.map((article) => article.number))
  const named = [
    ...stepsOf(template).map(({ value, path }) => ({ number: value.articleNumber, path: [...path, 'articleNumber'] })),
    ...template.obligations.map(({ articleNumber }, index) => ({ number: articleNumber, path: ['obligations', index, 'articleNumber'] })),
    ...sourcesOf(template).flatMap(({ value, path }) =>
      value.document === thisAgreement
        ? [{ number: Number(/\d+/u.exec(value.provision?.en ?? '')?.[0]), path: [...path, 'provision'] }]
        : [],
    ),
  ]
  const order = template.articles.flatMap(({ number }, index) =>
    number === index + 1 ? [] : [faultAt(['articles', index, 'number'], `article ${index + 1} is expected here`)],
  )
  return [
    ...order,
    ...named.filter(({ number }) => !numbers.has(number)).map(({ number, path }) => faultAt(path, `there is no article ${number}`)),
  ]
}

const triggerFaults = (template: TemplateFile, faultAt: FaultAt): Fault[] => {
  const steps = new Set(stepsOf(template).map(({ value }) => `step:${value.id}`))
  const triggers = [
    ...stepsOf(template).map(({ value, path }) => ({ trigger: value.trigger, path: [...path, 'trigger'] })),
    ...deadlinesOf(template).map(({ value, path }) => ({ trigger: value.countsFrom, path: [...path, 'countsFrom'] })),
  ]
  const unknown = triggers.filter(({ trigger }) => trigger.startsWith('step:') && !steps.has(trigger))
  return unknown.map(({ trigger, path }) => faultAt(path, `there is no step ${trigger.slice('step:'.length)}`))
}

const afterItself = (steps: ReadonlyMap<string, Step>, step: Step): boolean => {
  const seen = new Set<string>()
  for (
    let at: Step | undefined = step;
    at !== undefined;
    at = at.trigger.startsWith('step:') ? steps.get(at.trigger.slice(5)) : undefined
  ) {
    if (seen.has(at.id)) return true
    seen.add(at.id)
  }
  return false
}

const circleFaults = (template: TemplateFile, faultAt: FaultAt): Fault[] => {
  const steps = new Map(stepsOf(template).map(({ value }) => [value.id, value]))
  return stepsOf(template)
    .filter(({ value }) => afterItself(steps, value))
    .map(({ value, path }) => faultAt([...path, 'trigger'], `the step ${value.id} waits for itself and never begins`))
}

const sameIdFaults = (template: TemplateFile, faultAt: FaultAt): Fault[] => {
  const steps = stepsOf(template)
  const lists = [
    { ids: template.procedure.stages.map(({ id }) => id), path: (index: number) => ['procedure', 'stages', index, 'id'], what: 'stage' },
    { ids: steps.map(({ value }) => value.id), path: (index: number) => [...(steps[index]?.path ?? []), 'id'], what: 'step' },
    {
      ids: template.informationRules.map(({ id }) => id),
      path: (index: number) => ['informationRules', index, 'id'],
      what: 'information rule',
    },
    { ids: template.obligations.map(({ id }) => id), path: (index: number) => ['obligations', index, 'id'], what: 'obligation' },
    {
      ids: template.parties.map(({ sector }) => sector),
      path: (index: number) => ['parties', index, 'sector'],
      what: 'place of the sector',
    },
  ]
  return lists.flatMap(({ ids, path, what }) =>
    repeated(ids).map(({ index, value }) => faultAt(path(index), `the ${what} ${value} stands twice`)),
  )
}

const sectorFaults = (template: TemplateFile, faultAt: FaultAt): Fault[] => {
  const places = new Map(template.parties.map((place) => [place.sector, place]))
  const must = template.entryIntoForce.requiredSectors
  const signatures = template.entryIntoForce.kind === 'at-least' ? template.entryIntoForce.signatures : must.length
  return [
    ...template.obligations.flatMap(({ party }, index) =>
      places.has(party) ? [] : [faultAt(['obligations', index, 'party'], `the sector ${party} has no place among the parties`)],
    ),
    ...template.conferenceRule.mandatorySectors.flatMap(({ sector }, index) =>
      places.has(sector)
        ? []
        : [faultAt(['conferenceRule', 'mandatorySectors', index], `the sector ${sector} has no place among the parties`)],
    ),
    ...must.flatMap((sector, index) =>
      places.get(sector)?.required === true
        ? []
        : [faultAt(['entryIntoForce', 'requiredSectors', index], `the place of the sector ${sector} is not required among the parties`)],
    ),
    ...(signatures < must.length
      ? [faultAt(['entryIntoForce', 'signatures'], `fewer signatures than required sectors (${must.length})`)]
      : []),
    ...(template.conferenceRule.quorum.atLeast > template.conferenceRule.mandatorySectors.length
      ? [faultAt(['conferenceRule', 'quorum', 'atLeast'], 'more than there are mandatory sectors')]
      : []),
  ]
}

const documentFaults = (template: TemplateFile, documents: ReadonlySet<string> | null, faultAt: FaultAt): Fault[] =>
  sourcesOf(template)
    .filter(({ value }) => documents !== null && value.document !== thisAgreement && !documents.has(value.document))
    .map(({ value, path }) => faultAt([...path, 'document'], `there is no document ${value.document}`))

/** What a template says that cannot be so, or that contradicts the rules it names. */
export const templateFaults = (template: TemplateFile, faultAt: FaultAt, surroundings: TemplateSurroundings): Fault[] => [
  ...sameIdFaults(template, faultAt),
  ...articleFaults(template, faultAt),
  ...triggerFaults(template, faultAt),
  ...circleFaults(template, faultAt),
  ...sectorFaults(template, faultAt),
  ...documentFaults(template, surroundings.documents, faultAt),
  ...(surroundings.rules === null ? [] : ruleFaults(template, stepsOf(template), surroundings.rules, faultAt)),
]
