import type { Bus } from '@mreza/bus'
import { PersonId, type PlanId } from '@mreza/contracts-kernel'
import { canInPlan, PlanRoom, refuseInPlans } from '@mreza/contracts-plans'
import type { Db } from '@mreza/db'
import * as z from 'zod'
import type { PlansTables } from '../store/tables.ts'
import type { LiveWho } from './live-who.ts'
import { lookAgainSignal } from './look-again.ts'
import { NewsQueue } from './news-queue.ts'
import { type Standing, standings } from './rights.ts'

/** What changed in a plan beside its text, with what decides who may hear of it; ids only (rule D19). */
export const PlanWord = z.discriminatedUnion('news', [
  z.strictObject({ news: z.literal('comments'), room: PlanRoom }),
  z.strictObject({ news: z.literal('requests'), by: PersonId, caseManagerId: PersonId.nullable() }),
  z.strictObject({ news: z.literal('versions') }),
  z.strictObject({ news: z.literal('rights') }),
])
export type PlanWord = z.infer<typeof PlanWord>

/** One open page of a plan. */
interface Watcher extends Pick<LiveWho, 'databaseKey' | 'caseId'> {
  readonly planId: PlanId
  readonly personId: PersonId
  readonly queue: NewsQueue
  /** What was open to the page when it was last asked; empty before the first time. */
  known: string
}

/** Tells the open pages of plans, on every instance, what beside the text changed. */
export interface PlanNewsBoard {
  /** Says a word to those who may hear it; after the commit of what it is about. */
  tell(planId: PlanId, word: PlanWord): void
  /** Opens a stream for one page; `close` takes it down. Refuses `too-many-requests` beyond {@link mostPages}. */
  watch(who: Omit<Watcher, 'queue' | 'known'>): { readonly queue: NewsQueue; close(): void }
  stop(): Promise<void>
}

/** How many pages of plans a person may have open in one process: more windows than anybody works in (rule D18). */
export const mostPages = 20

/** Rights are asked again this often even if nothing was heard: a signal may be lost, and a session may just end (PL11). */
const pulseMs = 800

const newsSignal = (planId: string) => `plans.news.${planId}`

const mayHear = (standing: Standing | null): standing is Standing =>
  standing !== null && canInPlan(standing.subject, 'plan.read', { room: 'core', openSections: standing.openSections })

/** Whether a word is of something that is open to who hears it (PL17, PL18). */
const concerns = (word: PlanWord, { subject, openSections }: Standing): boolean => {
  if (word.news === 'comments') return canInPlan(subject, 'plan.read', { room: word.room, openSections })
  if (word.news !== 'requests') return true
  const led = { openSections, leadInstitutionId: null, caseManagerId: word.caseManagerId }
  return subject.personId === word.by || canInPlan(subject, 'plan.lead', led)
}

/** A page whose own rights changed, by whatever way, is told so. */
const follow = (watcher: Watcher, { openSections, narrowedTo }: Standing): void => {
  const now = [...openSections].sort().join(' ') + (narrowedTo ?? '')
  if (watcher.known !== '' && watcher.known !== now) watcher.queue.say('rights')
  watcher.known = now
}

/** Asks the database what is open to each now, and only then says the word, or ends who may not read any more (rule D11). */
const ask = async (db: Db<PlansTables>, watchers: readonly Watcher[], word?: PlanWord): Promise<void> => {
  // Without an answer nobody is known to have a right: all end, and may come again.
  const found = await standings(db, watchers).catch(() => watchers.map(() => null))
  for (const [place, watcher] of watchers.entries()) {
    const standing = found[place] ?? null
    if (mayHear(standing)) {
      follow(watcher, standing)
      if (word !== undefined && concerns(word, standing)) watcher.queue.say(word.news)
    } else watcher.queue.end()
  }
}

/** What an instance of ours said; null when it was none of ours. */
const readWord = (data: string): PlanWord | null => {
  try {
    return PlanWord.parse(JSON.parse(data))
  } catch {
    return null
  }
}

/** Opens the board of this instance. */
export const openPlanNews = (db: Db<PlansTables>, bus: Pick<Bus, 'signal' | 'onSignal'>): PlanNewsBoard => {
  const watchers = new Set<Watcher>()
  let asking = false
  const lookAgain = async (): Promise<void> => {
    if (asking || watchers.size === 0) return
    asking = true
    await ask(db, [...watchers])
    asking = false
  }
  const heard = bus.onSignal(newsSignal('*'), (data, subject) => {
    const concerned = [...watchers].filter(({ planId }) => newsSignal(planId) === subject)
    const word = concerned.length > 0 ? readWord(data) : null
    if (word !== null) void ask(db, concerned, word)
  })
  const looked = bus.onSignal(lookAgainSignal, () => void lookAgain())
  const pulse = setInterval(() => void lookAgain(), pulseMs).unref()
  return {
    tell: (planId, word) => bus.signal(newsSignal(planId), JSON.stringify(word)),
    watch: (who) => {
      if ([...watchers].filter(({ personId }) => personId === who.personId).length >= mostPages) throw refuseInPlans('too-many-requests')
      const watcher = { ...who, queue: new NewsQueue(), known: '' }
      watchers.add(watcher)
      return { queue: watcher.queue, close: () => void watchers.delete(watcher) }
    },
    stop: async () => {
      clearInterval(pulse)
      await Promise.all([heard.stop(), looked.stop()])
      for (const { queue } of watchers) queue.end()
    },
  }
}
