import { type Deadline, type Provision, type Rule, type Step, thisAgreement } from '@mreza/contracts-agreements'
import type { Fault } from './fault.ts'
import { partFaults } from './part-faults.ts'
import type { FaultAt } from './place-finder.ts'
import { repeated } from './repeated.ts'
import { ruleFaults } from './rule-agreement.ts'
import { sectorFaults } from './sector-faults.ts'
import type { TemplateFile } from './template-file.ts'

/** What a template may refer to outside itself; `null` for what could not be loaded and is therefore not judged. */
export interface TemplateSurroundings {
  readonly rules: ReadonlyMap<string, Rule> | null
  readonly documents: ReadonlySet<string> | null
}

type Path = readonly PropertyKey[]
type Placed<T> = { readonly value: T; readonly path: Path }

const stepsOf = (template: TemplateFile): Placed<Step>[] =>
  (template.procedure?.stages ?? []).flatMap((stage, at) =>
    stage.steps.map((value, index) => ({ value, path: ['procedure', 'stages', at, 'steps', index] })),
  )

const deadlinesOf = (template: TemplateFile): Placed<Deadline>[] =>
  [
    ...stepsOf(template).map(({ value, path }) => ({ value: value.deadline, path: [...path, 'deadline'] })),
    { value: template.conferenceRule?.latest ?? null, path: ['conferenceRule', 'latest'] },
    { value: template.conferenceRule?.latestImmediate ?? null, path: ['conferenceRule', 'latestImmediate'] },
  ].flatMap(({ value, path }) => (value === null ? [] : [{ value, path }]))

const sourcesOf = (template: TemplateFile): Placed<Provision>[] => [
  ...template.sources.map((value, index) => ({ value, path: ['sources', index] })),
  ...deadlinesOf(template).map(({ value, path }) => ({ value: value.source, path: [...path, 'source'] })),
]

type Place = { readonly articleNumber?: number | undefined; readonly annexNumber?: number | undefined }

const ownPlace = (value: Provision): Place => {
  const [article, annex] = [/Article (\d+)/u, /Annex (\d+)/u].map((form) => form.exec(value.provision?.en ?? '')?.[1])
  return { articleNumber: Number(article), annexNumber: annex === undefined ? undefined : Number(annex) }
}

/** Everything in the data that says in which article it is put into words. */
const placesOf = (template: TemplateFile): Placed<Place>[] => [
  ...stepsOf(template).map(({ value, path }) => ({ value: { articleNumber: value.articleNumber }, path: [...path, 'articleNumber'] })),
  ...(['obligations', 'indicators', 'informationRules'] as const).flatMap((list) =>
    (template[list] ?? []).map((value: Place, index) => ({ value, path: [list, index, 'articleNumber'] })),
  ),
  ...sourcesOf(template).flatMap(({ value, path }) =>
    value.document === thisAgreement ? [{ value: ownPlace(value), path: [...path, 'provision'] }] : [],
  ),
]

const orderFaults = (articles: TemplateFile['articles'], path: Path, faultAt: FaultAt): Fault[] =>
  articles.flatMap(({ number }, index) =>
    number === index + 1 ? [] : [faultAt([...path, index, 'number'], `article ${index + 1} is expected here`)],
  )

const articleFaults = (template: TemplateFile, faultAt: FaultAt): Fault[] => {
  const annexes = template.annexes ?? []
  const bodyAt = (annexNumber: number | undefined) =>
    annexNumber === undefined ? template.articles : annexes.find(({ number }) => number === annexNumber)?.articles
  const unknown = placesOf(template).flatMap(({ value: { articleNumber, annexNumber }, path }) => {
    const body = bodyAt(annexNumber)
    if (articleNumber === undefined && annexNumber === undefined) return []
    if (body === undefined) return [faultAt(path, `there is no annex ${annexNumber}`)]
    if (body.some(({ number }) => number === articleNumber)) return []
    return [faultAt(path, `there is no article ${articleNumber}${annexNumber === undefined ? '' : ` in annex ${annexNumber}`}`)]
  })
  return [
    ...orderFaults(template.articles, ['articles'], faultAt),
    ...annexes.flatMap(({ number, articles }, index) => [
      ...(number === index + 1 ? [] : [faultAt(['annexes', index, 'number'], `annex ${index + 1} is expected here`)]),
      ...orderFaults(articles, ['annexes', index, 'articles'], faultAt),
    ]),
    ...unknown,
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
  return stepsOf(template).flatMap(({ value, path }) => [
    ...(afterItself(steps, value) ? [faultAt([...path, 'trigger'], `the step ${value.id} waits for itself and never begins`)] : []),
    ...(value.deadline?.countsFrom === `step:${value.id}`
      ? [faultAt([...path, 'deadline', 'countsFrom'], `the deadline of ${value.id} runs from its own end`)]
      : []),
  ])
}

const sameIdFaults = (template: TemplateFile, faultAt: FaultAt): Fault[] => {
  const steps = stepsOf(template)
  const lists = [
    {
      ids: (template.procedure?.stages ?? []).map(({ id }) => id),
      path: (index: number) => ['procedure', 'stages', index, 'id'],
      what: 'stage',
    },
    { ids: steps.map(({ value }) => value.id), path: (index: number) => [...(steps[index]?.path ?? []), 'id'], what: 'step' },
    {
      ids: template.informationRules.map(({ id }) => id),
      path: (index: number) => ['informationRules', index, 'id'],
      what: 'information rule',
    },
    { ids: template.obligations.map(({ id }) => id), path: (index: number) => ['obligations', index, 'id'], what: 'obligation' },
    { ids: (template.indicators ?? []).map(({ id }) => id), path: (index: number) => ['indicators', index, 'id'], what: 'indicator' },
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
  ...sectorFaults(template, stepsOf(template), faultAt),
  ...partFaults(template, faultAt),
  ...documentFaults(template, surroundings.documents, faultAt),
  ...(surroundings.rules === null ? [] : ruleFaults(template, stepsOf(template), surroundings.rules, faultAt)),
]
