import { dueAt } from '@mreza/calendar'
import type { Deadline, Priority, Provision } from '@mreza/contracts-agreements'
import { type ClockState, soonFrom } from '@mreza/contracts-conferences'
import type { Instant, LocalizedText } from '@mreza/contracts-kernel'

/** The times of a clock; everything else about it follows from them (CF5). */
export interface ClockTimes {
  readonly startedAt: Instant
  readonly dueAt: Instant
  readonly pausedAt: Instant | null
  readonly doneAt: Instant | null
}

/** A clock as it is set going: what for, until when, and who says so. */
export interface ClockStart {
  readonly label: LocalizedText
  readonly startedAt: Instant
  readonly dueAt: Instant
  readonly source: Provision
}

export { soonFrom }

const ms = (instant: Instant): number => Date.parse(instant)

/** How a clock looks at `now` (CF5). */
export const clockState = (times: ClockTimes, now: Instant): ClockState => {
  if (times.doneAt !== null) return 'done'
  if (times.pausedAt !== null) return 'paused'
  if (ms(now) >= ms(times.dueAt)) return 'broken'
  return ms(now) >= ms(soonFrom(times)) ? 'soon' : 'ontime'
}

/** Whether its time ran out before it was done; stays true afterwards (CF5). */
export const wasBroken = (times: ClockTimes, now: Instant): boolean => ms(times.doneAt ?? times.pausedAt ?? now) >= ms(times.dueAt)

const rulebook = {
  document: 'rulebook-swc-2008',
  provision: { en: 'Article 50', srLatn: 'član 50.', srCyrl: 'члан 50.' },
} as const

/** The legal clock of each priority (CF2): `priority-immediate-24h`, `priority-urgent-72h` and `priority-regular-5wd` of the rules. */
const priorityClocks = {
  immediate: {
    rule: 'priority-immediate-24h',
    duration: { amount: 24, unit: 'hour' },
    label: { en: 'Intervene immediately', srLatn: 'Neodložna intervencija', srCyrl: 'Неодложна интервенција' },
  },
  urgent: {
    rule: 'priority-urgent-72h',
    duration: { amount: 72, unit: 'hour' },
    label: { en: 'Begin the initial assessment', srLatn: 'Započeti početnu procenu', srCyrl: 'Започети почетну процену' },
  },
  regular: {
    rule: 'priority-regular-5wd',
    duration: { amount: 5, unit: 'working-day' },
    label: { en: 'Begin the initial assessment', srLatn: 'Započeti početnu procenu', srCyrl: 'Започети почетну процену' },
  },
} as const

/** The clock that a priority starts when the referral is received (CF2). */
export const priorityClock = (priority: Priority, receivedAt: Instant): ClockStart => {
  const { duration, label } = priorityClocks[priority]
  return { label, startedAt: receivedAt, dueAt: dueAt(receivedAt, duration), source: rulebook }
}

/** The rule that a priority's clock carries out. A step of a procedure under the same rule *is* that clock (CF7). */
export const priorityRule = (priority: Priority): string => priorityClocks[priority].rule

/** The clock of a step whose deadline begins at `startedAt`. */
export const deadlineClock = (deadline: Deadline, label: LocalizedText, startedAt: Instant): ClockStart => ({
  label,
  startedAt,
  dueAt: dueAt(startedAt, deadline.duration),
  source: deadline.source,
})
