import {
  type ActivityId,
  areasOfRoom,
  type GoalId,
  type IndicatorId,
  type PlanRoom,
  type ProsePlace,
  type TextPlace,
} from '@mreza/contracts-plans'
import * as Y from 'yjs'

/**
 * The keys of the document; no other file knows them. All shared types that people meet are roots, and what is made by
 * people hangs in root maps under an id of its own, so that two people who make things at once never make the same one.
 */
const roots = {
  meta: 'meta',
  about: 'about',
  wishes: 'wishes',
  goals: 'goals',
  indicators: 'indicators',
  activities: 'activities',
  risks: 'risks',
  understandings: 'understandings',
} as const
const proseRoot = (place: ProsePlace) => `prose/${place}`

/** The field names inside the maps that hold what people make. */
export const keys = {
  goal: {
    area: 'area',
    phase: 'phase',
    rank: 'rank',
    outcome: 'outcome',
    own: 'own',
    note: 'note',
    assess: 'assess',
    withdrawn: 'withdrawn',
  },
  indicator: {
    goal: 'goal',
    text: 'text',
    baseline: 'baseline',
    target: 'target',
    measure: 'measure',
    check: 'check',
    withdrawn: 'withdrawn',
  },
  activity: {
    goal: 'goal',
    what: 'what',
    institution: 'institution',
    person: 'person',
    starts: 'starts',
    due: 'due',
    state: 'state',
    proof: 'proof',
    rank: 'rank',
    withdrawn: 'withdrawn',
  },
  risk: { what: 'what', response: 'response', level: 'level', institution: 'institution', rank: 'rank', withdrawn: 'withdrawn' },
  understanding: { text: 'text', day: 'day', rank: 'rank', withdrawn: 'withdrawn' },
  about: { participation: 'participation', review: 'review', contact: 'contact', template: 'template' },
  meta: { version: 'version' },
} as const

/** The fields that what people make has from its beginning and cannot be without. */
export const neededFields: ReadonlySet<string> = new Set([
  ...[keys.goal.area, keys.goal.phase, keys.goal.rank, keys.goal.outcome, keys.goal.own, keys.goal.note],
  ...[keys.indicator.goal, keys.indicator.text],
  ...[keys.activity.goal, keys.activity.what, keys.activity.state, keys.activity.rank],
  ...[keys.risk.what, keys.risk.response, keys.understanding.text],
])

/** Each supporting institution is a field of its own, so that two people may name two at once. */
const supportPrefix = 'support:'
export const supportKey = (institutionId: string): string => `${supportPrefix}${institutionId}`
/** The institutions that an activity names as supporting, in the order of their ids. */
export const supportersOf = (item: Item): string[] =>
  [...item.entries()]
    .flatMap(([key, value]) => (key.startsWith(supportPrefix) && value === true ? [key.slice(supportPrefix.length)] : []))
    .sort()

/** A goal, indicator, activity, risk or understanding as it lives in the document. */
export type Item = Y.Map<unknown>

export const goalsOf = (doc: Y.Doc): Y.Map<Item> => doc.getMap(roots.goals)
export const indicatorsOf = (doc: Y.Doc): Y.Map<Item> => doc.getMap(roots.indicators)
export const activitiesOf = (doc: Y.Doc): Y.Map<Item> => doc.getMap(roots.activities)
export const risksOf = (doc: Y.Doc): Y.Map<Item> => doc.getMap(roots.risks)
export const understandingsOf = (doc: Y.Doc): Y.Map<Item> => doc.getMap(roots.understandings)
export const aboutOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(roots.about)
export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(roots.meta)

/** The person's own wishes, in the core room: a fragment that an editor binds to. */
export const wishesOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(roots.wishes)

/** The free prose at a place: a fragment that an editor binds to. */
export const proseOf = (doc: Y.Doc, place: ProsePlace): Y.XmlFragment => doc.getXmlFragment(proseRoot(place))

const fragmentIn = (item: unknown, key: string): Y.XmlFragment | undefined => {
  const value = item instanceof Y.Map ? item.get(key) : undefined
  return value instanceof Y.XmlFragment ? value : undefined
}

/** The text of a goal, for an editor to bind to; undefined while the goal is not here. */
export const goalText = (doc: Y.Doc, id: GoalId): Y.XmlFragment | undefined => fragmentIn(goalsOf(doc).get(id), keys.goal.outcome)
/** The text of an indicator. */
export const indicatorText = (doc: Y.Doc, id: IndicatorId): Y.XmlFragment | undefined =>
  fragmentIn(indicatorsOf(doc).get(id), keys.indicator.text)
/** The text of an activity. */
export const activityText = (doc: Y.Doc, id: ActivityId): Y.XmlFragment | undefined =>
  fragmentIn(activitiesOf(doc).get(id), keys.activity.what)

/** A text of the plan, for an editor to bind to; undefined while what it belongs to is not here. */
export const textAt = (doc: Y.Doc, place: TextPlace): Y.XmlFragment | undefined => {
  switch (place.in) {
    case 'wishes':
      return wishesOf(doc)
    case 'prose':
      return proseOf(doc, place.place)
    case 'goal':
      return fragmentIn(goalsOf(doc).get(place.id), keys.goal[place.field])
    case 'indicator':
      return indicatorText(doc, place.id)
    case 'activity':
      return activityText(doc, place.id)
    case 'risk':
      return fragmentIn(risksOf(doc).get(place.id), keys.risk[place.field])
    case 'understanding':
      return fragmentIn(understandingsOf(doc).get(place.id), keys.understanding.text)
  }
}

/** A root of a room's document: its name and whether it is keyed (`map`) or written prose (`xml`). */
export interface RootShape {
  readonly name: string
  readonly kind: 'map' | 'xml'
}

/** The places of free prose in a room. */
export const prosePlacesOf = (room: PlanRoom): readonly ProsePlace[] => {
  if (room === 'voice') return ['voice']
  if (room === 'safety') return ['safety-plan', ...areasOfRoom.safety]
  return room === 'core' ? ['participation', ...areasOfRoom.core] : areasOfRoom[room]
}

/** The roots that people may write in a room; anything else is refused at the gate (PL7). `meta` is the server's. */
export const rootsOfRoom = (room: PlanRoom): readonly RootShape[] => [
  ...[roots.goals, roots.indicators, roots.activities].map((name) => ({ name, kind: 'map' }) as const),
  ...(room === 'core'
    ? ([
        { name: roots.about, kind: 'map' },
        { name: roots.wishes, kind: 'xml' },
        { name: roots.understandings, kind: 'map' },
      ] as const)
    : []),
  ...(room === 'safety' ? [{ name: roots.risks, kind: 'map' } as const] : []),
  ...prosePlacesOf(room).map((place) => ({ name: proseRoot(place), kind: 'xml' }) as const),
]
