import { dueAt } from '@mreza/calendar'
import type { ConferenceRule } from '@mreza/contracts-agreements'
import type { Attendance, ConferenceState, Invitation, Quorum } from '@mreza/contracts-conferences'
import type { Instant, Sector } from '@mreza/contracts-kernel'
import type { Moments } from './procedure.ts'

/** The sectors that must be at the table for this person (CF18). */
export const mandatorySectors = (rule: ConferenceRule, child: boolean): readonly Sector[] =>
  rule.mandatorySectors.filter(({ when }) => when === 'always' || child).map(({ sector }) => sector)

/** The mandatory sectors none of whose institutions is invited (CF18). */
export const missingSectors = (mandatory: readonly Sector[], invited: readonly Sector[]): readonly Sector[] =>
  mandatory.filter((sector) => !invited.includes(sector))

/** The last moment for the first conference, by the rule and the moments so far; `null` when nobody sets one. */
export const latestConference = (rule: ConferenceRule, immediate: boolean, moments: Moments): Instant | null => {
  const deadline = immediate ? (rule.latestImmediate ?? rule.latest) : rule.latest
  const from = deadline === null ? undefined : moments.get(deadline.countsFrom)
  return deadline === null || from === undefined ? null : dueAt(from, deadline.duration)
}

const isThere = (attendance: Attendance): boolean => attendance === 'present' || attendance === 'by-telephone'

/** How many mandatory sectors are there, and whether they are enough (CF21). Where the rule asks for more than the case has, all of them. */
export const quorumOf = (
  mandatory: readonly Sector[],
  atLeast: number,
  invitations: readonly Pick<Invitation, 'sector' | 'attendance'>[],
): Quorum => {
  const there = new Set(invitations.filter(({ attendance }) => isThere(attendance)).map(({ sector }) => sector))
  const present = mandatory.filter((sector) => there.has(sector))
  const needed = Math.min(atLeast, mandatory.length)
  return { needed, mandatory: [...mandatory], present, reached: present.length >= needed }
}

const next: Readonly<Record<ConferenceState, readonly ConferenceState[]>> = {
  scheduled: ['under-way', 'cancelled'],
  'under-way': ['closed'],
  closed: [],
  cancelled: [],
}

/** Whether a conference may go from one state to another (CF24). */
export const mayBecome = (from: ConferenceState, to: ConferenceState): boolean => next[from].includes(to)
