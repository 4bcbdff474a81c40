import type { PlanRoom } from '@mreza/contracts-plans'
import { Participation } from '@mreza/contracts-plans'
import * as Y from 'yjs'
import type * as z from 'zod'
import { aboutOf, activitiesOf, goalsOf, type Item, indicatorsOf, keys, proseOf, prosePlacesOf, wishesOf } from './doc.ts'
import { Activity, Goal, Indicator, PlanContent } from './plan.ts'
import { plainText, storable } from './prose.ts'
import { byRank, isRank } from './rank.ts'

const words = (value: unknown) => (value instanceof Y.XmlFragment ? plainText(value) : '')
const rankOf = (value: unknown) => (isRank(value) ? value : '')

const indicatorFields = (id: string, item: Item) => ({
  id,
  goalId: item.get(keys.indicator.goal),
  text: words(item.get(keys.indicator.text)),
  target: storable(String(item.get(keys.indicator.target) ?? '')),
  withdrawn: item.get(keys.indicator.withdrawn) === true,
})

const activityFields = (id: string, item: Item) => ({
  id,
  goalId: item.get(keys.activity.goal),
  what: words(item.get(keys.activity.what)),
  responsibleInstitutionId: item.get(keys.activity.institution) ?? null,
  responsiblePersonId: item.get(keys.activity.person) ?? null,
  dueOn: item.get(keys.activity.due) ?? null,
  state: item.get(keys.activity.state) ?? 'planned',
  rank: rankOf(item.get(keys.activity.rank)),
  withdrawn: item.get(keys.activity.withdrawn) === true,
})

const goalFields = (id: string, item: Item) => ({
  id,
  area: item.get(keys.goal.area),
  phase: item.get(keys.goal.phase),
  outcome: words(item.get(keys.goal.outcome)),
  rank: rankOf(item.get(keys.goal.rank)),
  withdrawn: item.get(keys.goal.withdrawn) === true,
  indicators: [],
  activities: [],
})

/** Reads every entry of a map that has the right shape; what has not is left out, so that one bad entry hides nothing else. */
const readAll = <T extends z.ZodType>(items: Y.Map<Item>, schema: T, fields: (id: string, item: Item) => unknown): z.infer<T>[] =>
  [...items.entries()].flatMap(([id, item]) => {
    const parsed = item instanceof Y.Map ? schema.safeParse(fields(id, item)) : undefined
    return parsed?.success === true ? [parsed.data] : []
  })

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** The goals of a document with what belongs to each, withdrawn ones included, in their order. */
const readGoals = (doc: Y.Doc): Goal[] => {
  const indicators = readAll(indicatorsOf(doc), Indicator, indicatorFields).sort(byId)
  const activities = readAll(activitiesOf(doc), Activity, activityFields).sort(byRank)
  return readAll(goalsOf(doc), Goal, goalFields)
    .sort(byRank)
    .map((goal) => ({
      ...goal,
      indicators: indicators.filter(({ goalId }) => goalId === goal.id),
      activities: activities.filter(({ goalId }) => goalId === goal.id),
    }))
}

/**
 * What a room's document says. Tolerant of what it does not know: entries of the wrong shape are left out. Never changes
 * the document, and the answer always satisfies {@link PlanContent}.
 */
export const readPlanContent = (doc: Y.Doc, room: PlanRoom): PlanContent => {
  const participation = Participation.safeParse(aboutOf(doc).get(keys.about.participation))
  return PlanContent.parse({
    room,
    wishes: room === 'core' ? plainText(wishesOf(doc)) : '',
    participation: participation.success ? participation.data : null,
    prose: prosePlacesOf(room)
      .map((place) => ({ place, text: plainText(proseOf(doc, place)) }))
      .filter(({ text }) => text !== ''),
    goals: readGoals(doc),
  } satisfies PlanContent)
}
