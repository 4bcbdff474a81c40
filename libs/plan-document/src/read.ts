import { CivilDate, Slug } from '@mreza/contracts-kernel'
import { ContactRhythm, Participation, type PlanRoom, type ProsePlace } from '@mreza/contracts-plans'
import type * as Y from 'yjs'
import type * as z from 'zod'
import {
  aboutOf,
  activitiesOf,
  goalsOf,
  type Item,
  indicatorsOf,
  keys,
  proseOf,
  prosePlacesOf,
  risksOf,
  understandingsOf,
  wishesOf,
} from './doc.ts'
import { type Activity, type Goal, type Indicator, PlanContent, type Risk, type Understanding } from './plan.ts'
import { byRank } from './rank.ts'
import { type ReadItem, readActivity, readGoal, readIndicator, readRisk, readUnderstanding } from './read-items.ts'
import { TextReader } from './read-text.ts'

const sameList = (a: readonly unknown[], b: readonly unknown[]) => a.length === b.length && a.every((each, at) => each === b[at])
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

type Events = Y.YEvent<Y.AbstractType<unknown>>[]
/** A shared type of whatever content, as far as following it goes. */
interface Followed {
  observeDeep(hear: (events: Events) => void): void
  unobserveDeep(hear: (events: Events) => void): void
}

/** The entries of one root map as they were read; only what changed since is read again. */
class Entries<T> {
  readonly #items: Y.Map<Item>
  readonly #read: (id: string, item: unknown) => ReadItem<T>
  readonly #known = new Map<string, ReadItem<T>>()

  constructor(items: Y.Map<Item>, read: (id: string, item: unknown) => ReadItem<T>) {
    this.#items = items
    this.#read = read
    for (const id of items.keys()) this.#again(id)
  }

  /** Reads again what these events tell of. */
  hear(events: Events): void {
    const ids = new Set(events.flatMap((event) => (event.path.length > 0 ? [String(event.path[0])] : [...event.keys.keys()])))
    for (const id of ids) this.#again(id)
  }

  get values(): T[] {
    return [...this.#known.values()].flatMap(({ value }) => (value === null ? [] : [value]))
  }

  get suggestions(): string[] {
    return [...this.#known.values()].flatMap(({ suggestions }) => suggestions)
  }

  #again(id: string): void {
    if (this.#items.has(id)) this.#known.set(id, this.#read(id, this.#items.get(id)))
    else this.#known.delete(id)
  }
}

const parsedBy = <T extends z.ZodType>(schema: T, value: unknown): z.infer<T> | null => {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : null
}

/**
 * What a room's document says, kept up to date: after a change only what changed is read again, and what did not keeps its
 * identity (`===`). Tolerant of what it does not know: entries of the wrong shape are left out. Never changes the document.
 */
export class PlanReader {
  readonly #doc: Y.Doc
  readonly #room: PlanRoom
  readonly #goals: Entries<Goal>
  readonly #indicators: Entries<Indicator>
  readonly #activities: Entries<Activity>
  readonly #risks: Entries<Risk> | null
  readonly #understandings: Entries<Understanding> | null
  readonly #prose = new Map<ProsePlace, TextReader>()
  readonly #wishes: TextReader | null
  #content: PlanContent | null = null
  readonly #listeners = new Set<() => void>()
  readonly #stops: (() => void)[] = []

  constructor(doc: Y.Doc, room: PlanRoom) {
    this.#doc = doc
    this.#room = room
    this.#goals = new Entries(goalsOf(doc), readGoal)
    this.#indicators = new Entries(indicatorsOf(doc), readIndicator)
    this.#activities = new Entries(activitiesOf(doc), readActivity)
    this.#risks = room === 'safety' ? new Entries(risksOf(doc), readRisk) : null
    this.#understandings = room === 'core' ? new Entries(understandingsOf(doc), readUnderstanding) : null
    for (const place of prosePlacesOf(room)) this.#prose.set(place, new TextReader(proseOf(doc, place)))
    this.#wishes = room === 'core' ? new TextReader(wishesOf(doc)) : null
    this.#follow()
  }

  /** `changed` is called after each change of what the document says. Returns the end of it. */
  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  /** Follows the document no longer. */
  stop(): void {
    for (const stop of this.#stops.splice(0)) stop()
  }

  /** What the document says now. The same object until something changes. */
  content(): PlanContent {
    this.#content ??= this.#compose(null)
    return this.#content
  }

  #follow(): void {
    const observe = (type: unknown, hear: (events: Events) => void) => {
      const followed = type as Followed
      const heard = (events: Events) => {
        hear(events)
        this.#changed()
      }
      followed.observeDeep(heard)
      this.#stops.push(() => followed.unobserveDeep(heard))
    }
    const entries = [
      [goalsOf, this.#goals],
      [indicatorsOf, this.#indicators],
      [activitiesOf, this.#activities],
      [risksOf, this.#risks],
      [understandingsOf, this.#understandings],
    ] as const
    for (const [of, known] of entries) if (known !== null) observe(of(this.#doc), (events) => known.hear(events))
    for (const [place, text] of this.#prose) observe(proseOf(this.#doc, place), (events) => text.hear(events))
    const wishes = this.#wishes
    if (wishes === null) return
    observe(aboutOf(this.#doc), () => undefined)
    observe(wishesOf(this.#doc), (events) => wishes.hear(events))
  }

  #changed(): void {
    const before = this.#content
    this.#content = null
    if (before !== null) this.#content = this.#compose(before)
    for (const listener of this.#listeners) listener()
  }

  #compose(before: PlanContent | null): PlanContent {
    const about = this.#room === 'core' ? aboutOf(this.#doc) : new Map<string, unknown>()
    const prose = [...this.#prose].flatMap(([place, { read }]) => (read.text === '' ? [] : [{ place, text: read.text }]))
    const suggestions = [this.#goals, this.#indicators, this.#activities, this.#risks, this.#understandings].flatMap(
      (entries) => entries?.suggestions ?? [],
    )
    const inTexts = [this.#wishes, ...this.#prose.values()].flatMap((text) => text?.read.suggestions ?? [])
    return {
      room: this.#room,
      wishes: this.#wishes?.read.text ?? '',
      participation: parsedBy(Participation, about.get(keys.about.participation)),
      participationNote: this.#prose.get('participation')?.read.text ?? '',
      reviewOn: parsedBy(CivilDate, about.get(keys.about.review)),
      contact: parsedBy(ContactRhythm, about.get(keys.about.contact)),
      templateId: parsedBy(Slug, about.get(keys.about.template)),
      prose: before !== null && sameProse(before.prose, prose) ? before.prose : prose,
      goals: this.#composeGoals(before?.goals ?? []),
      risks: kept(before?.risks, (this.#risks?.values ?? []).sort(byRank)),
      understandings: kept(before?.understandings, (this.#understandings?.values ?? []).sort(byRank)),
      openSuggestions: new Set([...suggestions, ...inTexts]).size,
    }
  }

  #composeGoals(before: readonly Goal[]): Goal[] {
    const indicators = Map.groupBy(this.#indicators.values.sort(byId), ({ goalId }) => goalId)
    const activities = Map.groupBy(this.#activities.values.sort(byRank), ({ goalId }) => goalId)
    const known = new Map(before.map((goal) => [goal.id, goal]))
    const goals = this.#goals.values.sort(byRank).map((goal) => {
      const composed = { ...goal, indicators: indicators.get(goal.id) ?? [], activities: activities.get(goal.id) ?? [] }
      const was = known.get(goal.id)
      return was !== undefined && sameGoal(was, composed) ? was : composed
    })
    return kept(before, goals)
  }
}

const kept = <T>(before: readonly T[] | undefined, now: T[]): T[] => (before !== undefined && sameList(before, now) ? (before as T[]) : now)
const sameProse = (a: PlanContent['prose'], b: PlanContent['prose']) =>
  a.length === b.length && a.every(({ place, text }, at) => b[at]?.place === place && b[at].text === text)
const ownFields = ['area', 'phase', 'outcome', 'own', 'note', 'assessOn', 'rank', 'withdrawn'] as const
const sameGoal = (a: Goal, b: Goal) =>
  ownFields.every((field) => a[field] === b[field]) && sameList(a.indicators, b.indicators) && sameList(a.activities, b.activities)

/** What a room's document says, read once; the answer always satisfies {@link PlanContent}. */
export const readPlanContent = (doc: Y.Doc, room: PlanRoom): PlanContent => {
  const reader = new PlanReader(doc, room)
  reader.stop()
  return PlanContent.parse(reader.content())
}
