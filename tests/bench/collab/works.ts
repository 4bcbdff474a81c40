import { type ContestantName, contestantNames } from './contestant.ts'
import type { Work } from './work.ts'
import { history } from './works/history.ts'
import { kills } from './works/kills.ts'
import { quietRooms } from './works/quiet-rooms.ts'
import { twoInstances } from './works/two-instances.ts'
import { typing } from './works/typing.ts'

/** A work as the bench runs it: who takes part, and how often at most. */
export interface Planned {
  readonly title: string
  readonly work: Work
  readonly who: readonly ContestantName[]
  readonly runs: number
}

/** Storing before showing writes the whole document once for each edit: a long history would take hours, and quiet rooms are the same. */
const allButSafe = contestantNames.filter((name) => name !== 'hocuspocus-safe')
const everybody = { who: contestantNames, runs: Number.POSITIVE_INFINITY }

/** The works of the bench by their name, in the order of the tables. */
export const works: Readonly<Record<string, Planned>> = {
  '1x50': { ...everybody, title: '1 document × 50 people × 2 edits a second', work: typing({ documents: 1, editors: 50, perSecond: 2 }) },
  '50x4': { ...everybody, title: '50 documents × 4 people × 1 edit a second', work: typing({ documents: 50, editors: 4, perSecond: 1 }) },
  '200x2': {
    ...everybody,
    title: '200 documents × 2 people × 1 edit a second',
    work: typing({ documents: 200, editors: 2, perSecond: 1 }),
  },
  kills: { ...everybody, runs: 1, title: 'killed while people type', work: kills },
  history: {
    ...everybody,
    who: allButSafe,
    title: 'a history of 260,000 edits, and opening it',
    work: history(260_000),
  },
  rooms: { ...everybody, who: allButSafe, title: '1,000 quiet rooms', work: quietRooms(1_000) },
  two: { ...everybody, who: ['ours'], title: 'two instances', work: twoInstances({ documents: 1, editors: 50, perSecond: 2 }) },
}
