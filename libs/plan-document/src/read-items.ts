import * as Y from 'yjs'
import type * as z from 'zod'
import { type Item, keys, supportersOf } from './doc.ts'
import { Activity, Goal, Indicator, Risk, Understanding } from './plan.ts'
import { plainText, storable, suggestionsIn } from './prose.ts'
import { isRank } from './rank.ts'

/** What was read of one entry: its value, null when it has not the right shape, and the ids of the changes proposed in its texts. */
export interface ReadItem<T> {
  readonly value: T | null
  readonly suggestions: readonly string[]
}

const words = (value: unknown) => (value instanceof Y.XmlFragment ? plainText(value) : '')
const line = (value: unknown) => storable(String(value ?? ''))
const rankOf = (value: unknown) => (isRank(value) ? value : '')

const reading =
  <T extends z.ZodType>(schema: T, fields: (id: string, item: Item) => unknown) =>
  (id: string, item: unknown): ReadItem<z.infer<T>> => {
    if (!(item instanceof Y.Map)) return { value: null, suggestions: [] }
    const parsed = schema.safeParse(fields(id, item as Item))
    const suggestions = [...item.values()].flatMap((value) => (value instanceof Y.XmlFragment ? suggestionsIn(value) : []))
    return parsed.success ? { value: parsed.data, suggestions } : { value: null, suggestions: [] }
  }

/** Reads an indicator. */
export const readIndicator = reading(Indicator, (id, item) => ({
  id,
  goalId: item.get(keys.indicator.goal),
  text: words(item.get(keys.indicator.text)),
  baseline: line(item.get(keys.indicator.baseline)),
  target: line(item.get(keys.indicator.target)),
  measure: line(item.get(keys.indicator.measure)),
  check: line(item.get(keys.indicator.check)),
  withdrawn: item.get(keys.indicator.withdrawn) === true,
}))

/** Reads an activity. */
export const readActivity = reading(Activity, (id, item) => ({
  id,
  goalId: item.get(keys.activity.goal),
  what: words(item.get(keys.activity.what)),
  responsibleInstitutionId: item.get(keys.activity.institution) ?? null,
  responsiblePersonId: item.get(keys.activity.person) ?? null,
  supportingInstitutionIds: supportersOf(item),
  startsOn: item.get(keys.activity.starts) ?? null,
  dueOn: item.get(keys.activity.due) ?? null,
  state: item.get(keys.activity.state) ?? 'planned',
  proof: line(item.get(keys.activity.proof)),
  rank: rankOf(item.get(keys.activity.rank)),
  withdrawn: item.get(keys.activity.withdrawn) === true,
}))

/** Reads a goal, still without what belongs to it. */
export const readGoal = reading(Goal, (id, item) => ({
  id,
  area: item.get(keys.goal.area),
  phase: item.get(keys.goal.phase),
  outcome: words(item.get(keys.goal.outcome)),
  own: words(item.get(keys.goal.own)),
  note: words(item.get(keys.goal.note)),
  assessOn: item.get(keys.goal.assess) ?? null,
  rank: rankOf(item.get(keys.goal.rank)),
  withdrawn: item.get(keys.goal.withdrawn) === true,
  indicators: [],
  activities: [],
}))

/** Reads a risk. */
export const readRisk = reading(Risk, (id, item) => ({
  id,
  what: words(item.get(keys.risk.what)),
  response: words(item.get(keys.risk.response)),
  level: item.get(keys.risk.level) ?? null,
  responsibleInstitutionId: item.get(keys.risk.institution) ?? null,
  rank: rankOf(item.get(keys.risk.rank)),
  withdrawn: item.get(keys.risk.withdrawn) === true,
}))

/** Reads something that was agreed with the person. */
export const readUnderstanding = reading(Understanding, (id, item) => ({
  id,
  text: words(item.get(keys.understanding.text)),
  agreedOn: item.get(keys.understanding.day) ?? null,
  rank: rankOf(item.get(keys.understanding.rank)),
  withdrawn: item.get(keys.understanding.withdrawn) === true,
}))
