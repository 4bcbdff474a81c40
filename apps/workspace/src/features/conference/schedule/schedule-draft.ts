import { conferenceOperations } from '@mreza/contracts-conferences'
import type { CaseId, Instant, InstitutionId } from '@mreza/contracts-kernel'
import type * as z from 'zod'

const input = conferenceOperations.scheduleConference.input

/** What is sent: checked by the contract. */
export type ScheduleToSend = z.output<typeof input>

/** An item of the agenda as it is being typed; `key` stays with it while it moves. */
export interface ItemDraft {
  readonly key: number
  readonly title: string
  readonly minutes: string
}

/** A conference as it is being planned. */
export interface ScheduleDraft {
  readonly startsAt: Instant | null
  readonly duration: string
  readonly place: string
  readonly institutionIds: readonly InstitutionId[]
  readonly agenda: readonly ItemDraft[]
  readonly reason: string
}

const whole = (typed: string): number => (/^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN)

/** The minutes of the agenda together; what is not a number counts as none. */
export const minutesOf = (agenda: readonly ItemDraft[]): number => agenda.reduce((sum, { minutes }) => sum + (whole(minutes) || 0), 0)

/** The length in minutes as typed, or `NaN`. */
export const lengthOf = ({ duration }: Pick<ScheduleDraft, 'duration'>): number => whole(duration)

/** The conference to schedule, or the paths of what is not filled in as it should be. A reason goes along only where it is `reasonNeeded` (CF18). */
export const readSchedule = (
  caseId: CaseId,
  draft: ScheduleDraft,
  reasonNeeded: boolean,
): { schedule: ScheduleToSend } | { wrong: ReadonlySet<string> } => {
  const { startsAt, place, institutionIds, agenda, reason } = draft
  const parsed = input.safeParse({
    caseId,
    startsAt: startsAt === null ? null : new Date(startsAt).toISOString(),
    duration: lengthOf(draft),
    place,
    institutionIds,
    agenda: agenda.map(({ title, minutes }) => ({ title, minutes: whole(minutes) })),
    missingSectorsReason: reasonNeeded ? reason : null,
  })
  if (parsed.success) return { schedule: parsed.data }
  return { wrong: new Set(parsed.error.issues.map(({ path }) => path.join('.'))) }
}

/** Puts the item at `from` to the place `to`; nothing moves past an end. */
export const moved = <Item>(items: readonly Item[], from: number, to: number): readonly Item[] => {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}
