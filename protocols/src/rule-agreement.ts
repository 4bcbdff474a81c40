import { type Rule, type Step, thisAgreement } from '@mreza/contracts-agreements'
import type { Fault } from './fault.ts'
import type { FaultAt } from './place-finder.ts'
import type { TemplateFile } from './template-file.ts'

type PlacedStep = { readonly value: Step; readonly path: readonly PropertyKey[] }

const binding: readonly Rule['force'][] = ['legal', 'instruction', 'agreement']
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const stepFaults = ({ value: step, path }: PlacedStep, rule: Rule, faultAt: FaultAt): Fault[] => {
  const prescribed = binding.includes(rule.force)
  const ownDeadline = step.deadline?.source.document === thisAgreement
  return [
    ...(prescribed && rule.deadline !== null && !same(step.deadline, rule.deadline)
      ? [faultAt([...path, 'deadline'], `is not the deadline of the rule ${rule.id}`)]
      : []),
    ...(step.deadline !== null && !ownDeadline && rule.deadline === null
      ? [faultAt([...path, 'deadline'], `the rule ${rule.id} gives no deadline`)]
      : []),
    ...(prescribed && rule.frequency !== null && !same(step.repeats, rule.frequency)
      ? [faultAt([...path, 'repeats'], `is not the frequency of the rule ${rule.id}`)]
      : []),
  ]
}

const deadlineOfNobody = ({ value: step, path }: PlacedStep, faultAt: FaultAt): Fault[] =>
  step.ruleId === null && step.deadline !== null && step.deadline.source.document !== thisAgreement
    ? [faultAt([...path, 'deadline'], 'a deadline of a regulation needs the rule it comes from')]
    : []

/**
 * A template never invents a deadline of the law and never softens one: what a binding rule prescribes stands in the step word for word,
 * and a deadline without such a rule is the agreement's own and says so.
 */
export const ruleFaults = (
  template: TemplateFile,
  steps: readonly PlacedStep[],
  rules: ReadonlyMap<string, Rule>,
  faultAt: FaultAt,
): Fault[] => {
  const named = [
    ...steps.map(({ value, path }) => ({ id: value.ruleId, path: [...path, 'ruleId'] })),
    ...template.informationRules.map(({ legalBasis }, index) => ({
      id: legalBasis.ruleId,
      path: ['informationRules', index, 'legalBasis', 'ruleId'],
    })),
  ]
  const unknown = named.flatMap(({ id, path }) => (id === null || rules.has(id) ? [] : [faultAt(path, `there is no rule ${id}`)]))
  const softened = steps.flatMap((step) => {
    const rule = step.value.ruleId === null ? undefined : rules.get(step.value.ruleId)
    return rule === undefined ? deadlineOfNobody(step, faultAt) : stepFaults(step, rule, faultAt)
  })
  return [...unknown, ...softened]
}
