import type { Rule } from '@mreza/contracts-agreements'
import type { PlanTemplate, TemplateArea } from '@mreza/contracts-plans'
import type { Fault } from './fault.ts'
import type { FaultAt } from './place-finder.ts'
import { repeated } from './repeated.ts'

type Rules = ReadonlyMap<string, Rule>

/** The rulebook on social welfare centres (2008): a plan is examined again within six months. */
const longestReview = { month: 6, day: 183 } as const

const reviewFaults = ({ reviewIn }: PlanTemplate, faultAt: FaultAt): Fault[] =>
  reviewIn !== null && reviewIn.amount > longestReview[reviewIn.unit]
    ? [faultAt(['reviewIn'], 'is later than the six months of the rule re-examination-6-months')]
    : []

/** What stands behind a rule that binds; a programme or a recommendation advises (see `RuleForce`). */
const binds: readonly Rule['force'][] = ['legal', 'instruction', 'agreement']

const requiredFault = (asks: NonNullable<TemplateArea['required']>, rules: Rules): { key: string[]; reason: string } | null => {
  if (asks.rule === null) return asks.binding ? { key: ['binding'], reason: 'binds and names no rule that asks' } : null
  const rule = rules.get(asks.rule)
  if (rule === undefined) return { key: ['rule'], reason: `there is no rule ${asks.rule}` }
  return asks.binding && !binds.includes(rule.force) ? { key: ['binding'], reason: `the rule ${asks.rule} does not bind` } : null
}

const ruleFaults = (areas: readonly TemplateArea[], rules: Rules, faultAt: FaultAt): Fault[] =>
  areas.flatMap(({ required }, index) => {
    const fault = required === undefined ? null : requiredFault(required, rules)
    return fault === null ? [] : [faultAt(['areas', index, 'required', ...fault.key], fault.reason)]
  })

const emptyFaults = (areas: readonly TemplateArea[], faultAt: FaultAt): Fault[] =>
  areas.flatMap(({ area, prompts, goals }, index) =>
    prompts.length === 0 && goals.length === 0 ? [faultAt(['areas', index], `brings nothing to ${area}`)] : [],
  )

/** What a template of plans says that cannot be so. `rules` is null when they could not be loaded and are not judged. */
export const planTemplateFaults = (template: PlanTemplate, rules: Rules | null, faultAt: FaultAt): Fault[] => [
  ...repeated(template.areas.map(({ area }) => area)).map(({ index, value }) =>
    faultAt(['areas', index, 'area'], `the area ${value} stands twice`),
  ),
  ...emptyFaults(template.areas, faultAt),
  ...reviewFaults(template, faultAt),
  ...(rules === null ? [] : ruleFaults(template.areas, rules, faultAt)),
]
