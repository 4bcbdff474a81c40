import type { ContestantName } from './contestant.ts'
import type { Results } from './results.ts'

/** What the live plan is to keep: a figure of ours against somebody's, or against a number. */
export interface Target {
  readonly work: string
  readonly what: string
  readonly figure: string
  /** Whose figure is one; against a plain number when absent. */
  readonly against?: ContestantName
  /** Another figure of ours that is one. */
  readonly againstOwn?: string
  readonly atMost?: number
  readonly atLeast?: number
  /** The other's divided by ours: how many times faster we are. */
  readonly inverse?: true
  readonly unit?: string
}

const shipped = 'hocuspocus' as const
const safe = 'hocuspocus-safe' as const
const faster = (work: string, atLeast: number): Target => ({
  work,
  what: 'faster (p50) than Hocuspocus that stores first',
  figure: 'p50',
  against: safe,
  inverse: true,
  atLeast,
})
const acknowledged = (work: string): Target[] => [
  { work, what: 'durable acknowledgement, p50', figure: 'ackP50', atMost: 3, unit: 'ms' },
  { work, what: 'durable acknowledgement, p99', figure: 'ackP99', atMost: 12, unit: 'ms' },
]

/** The targets in the order of the works. Unless something else is said, one is Hocuspocus as shipped. */
export const targets: readonly Target[] = [
  { work: '1x50', what: 'p50', figure: 'p50', against: shipped, atMost: 1.2 },
  { work: '1x50', what: 'p99', figure: 'p99', against: shipped, atMost: 1.3 },
  { work: '1x50', what: 'processor time', figure: 'cpu', against: shipped, atMost: 1 },
  faster('1x50', 2.3),
  ...acknowledged('1x50'),
  { work: '50x4', what: 'p50', figure: 'p50', against: shipped, atMost: 1.5 },
  { work: '50x4', what: 'processor time', figure: 'cpu', against: shipped, atMost: 1.2 },
  { work: '50x4', what: 'memory', figure: 'memory', against: shipped, atMost: 1 },
  ...acknowledged('50x4'),
  { work: '200x2', what: 'p50', figure: 'p50', against: shipped, atMost: 1.6 },
  { work: '200x2', what: 'p99', figure: 'p99', against: shipped, atMost: 1.2 },
  { work: '200x2', what: 'memory', figure: 'memory', against: shipped, atMost: 0.9 },
  faster('200x2', 3),
  ...acknowledged('200x2'),
  { work: 'kills', what: 'edits lost that others had seen', figure: 'seenLost', atMost: 0 },
  { work: 'kills', what: 'edits lost that were acknowledged', figure: 'acknowledgedLost', atMost: 0 },
  { work: 'history', what: 'edits a second', figure: 'perSecond', against: shipped, atLeast: 2.5 },
  { work: 'history', what: 'memory', figure: 'memory', against: shipped, atMost: 0.8 },
  { work: 'history', what: 'time to open', figure: 'openMs', against: shipped, atMost: 0.6 },
  { work: 'history', what: 'bytes to open', figure: 'openKb', against: shipped, atMost: 0.5 },
  { work: 'history', what: '“synced” said before the content was whole', figure: 'syncedBeforeWhole', atMost: 0 },
  { work: 'rooms', what: 'memory a room', figure: 'kbEach', atMost: 60, unit: 'KB' },
  { work: 'two', what: 'p99 of two instances, one being 1', figure: 'twoP99', againstOwn: 'oneP99', atMost: 2 },
]

/** What came of a target; `measured` is a ratio where it is against somebody. Undefined when it was not measured. */
export const judge = (results: Results, target: Target): { readonly measured: number; readonly kept: boolean } | undefined => {
  const { work, figure, against, againstOwn, atMost, atLeast, inverse } = target
  const own = results.median(work, 'ours', figure)
  const one =
    against !== undefined ? results.median(work, against, figure) : againstOwn !== undefined ? results.median(work, 'ours', againstOwn) : 1
  if (own === undefined || one === undefined) return undefined
  const measured = inverse ? one / own : own / one
  return { measured, kept: (atMost === undefined || measured <= atMost) && (atLeast === undefined || measured >= atLeast) }
}
