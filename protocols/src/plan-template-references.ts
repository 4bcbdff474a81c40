import type { PlanTemplate, TemplateArea } from '@mreza/contracts-plans'
import type { Fault } from './fault.ts'
import type { FaultAt } from './place-finder.ts'
import { repeated } from './repeated.ts'

/** The rulebook on social welfare centres (2008): a plan is examined again within six months. */
const longestReview = { month: 6, day: 183 } as const

const reviewFaults = ({ reviewIn }: PlanTemplate, faultAt: FaultAt): Fault[] =>
  reviewIn !== null && reviewIn.amount > longestReview[reviewIn.unit]
    ? [faultAt(['reviewIn'], 'is later than the six months of the rule re-examination-6-months')]
    : []

const ruleFaults = (areas: readonly TemplateArea[], rules: ReadonlySet<string>, faultAt: FaultAt): Fault[] =>
  areas.flatMap(({ required }, index) => {
    const path = ['areas', index, 'required']
    if (required === undefined) return []
    if (required.rule === null) return required.binding ? [faultAt(path, 'binds and names no rule that asks')] : []
    return rules.has(required.rule) ? [] : [faultAt([...path, 'rule'], `there is no rule ${required.rule}`)]
  })

const emptyFaults = (areas: readonly TemplateArea[], faultAt: FaultAt): Fault[] =>
  areas.flatMap(({ area, prompts, goals }, index) =>
    prompts.length === 0 && goals.length === 0 ? [faultAt(['areas', index], `brings nothing to ${area}`)] : [],
  )

/** What a template of plans says that cannot be so. `rules` are the ids of the rules; null when they could not be loaded and are not judged. */
export const planTemplateFaults = (template: PlanTemplate, rules: ReadonlySet<string> | null, faultAt: FaultAt): Fault[] => [
  ...repeated(template.areas.map(({ area }) => area)).map(({ index, value }) =>
    faultAt(['areas', index, 'area'], `the area ${value} stands twice`),
  ),
  ...emptyFaults(template.areas, faultAt),
  ...reviewFaults(template, faultAt),
  ...(rules === null ? [] : ruleFaults(template.areas, rules, faultAt)),
]
