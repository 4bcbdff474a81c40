import { type ActivityId, areasOfRoom, type GoalId, type IndicatorId, type PlanRoom } from '@mreza/contracts-plans'
import * as Y from 'yjs'
import type { ProsePlace } from './plan.ts'

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
} as const
const proseRoot = (place: ProsePlace) => `prose/${place}`

/** The field names inside the maps of `goals`, `indicators` and `activities`. */
export const keys = {
  goal: { area: 'area', phase: 'phase', rank: 'rank', outcome: 'outcome', withdrawn: 'withdrawn' },
  indicator: { goal: 'goal', text: 'text', target: 'target', withdrawn: 'withdrawn' },
  activity: {
    goal: 'goal',
    what: 'what',
    institution: 'institution',
    person: 'person',
    due: 'due',
    state: 'state',
    rank: 'rank',
    withdrawn: 'withdrawn',
  },
  about: { participation: 'participation' },
  meta: { version: 'version' },
} as const

/** A goal, indicator or activity as it lives in the document. */
export type Item = Y.Map<unknown>

export const goalsOf = (doc: Y.Doc): Y.Map<Item> => doc.getMap(roots.goals)
export const indicatorsOf = (doc: Y.Doc): Y.Map<Item> => doc.getMap(roots.indicators)
export const activitiesOf = (doc: Y.Doc): Y.Map<Item> => doc.getMap(roots.activities)
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

/** A root of a room's document: its name and whether it is keyed (`map`) or written prose (`xml`). */
export interface RootShape {
  readonly name: string
  readonly kind: 'map' | 'xml'
}

/** The places of free prose in a room. */
export const prosePlacesOf = (room: PlanRoom): readonly ProsePlace[] => (room === 'voice' ? ['voice'] : areasOfRoom[room])

/** The roots that people may write in a room; anything else is refused at the gate (PL7). `meta` is the server's. */
export const rootsOfRoom = (room: PlanRoom): readonly RootShape[] => [
  ...[roots.goals, roots.indicators, roots.activities].map((name) => ({ name, kind: 'map' }) as const),
  ...(room === 'core'
    ? ([
        { name: roots.about, kind: 'map' },
        { name: roots.wishes, kind: 'xml' },
      ] as const)
    : []),
  ...prosePlacesOf(room).map((place) => ({ name: proseRoot(place), kind: 'xml' }) as const),
]
