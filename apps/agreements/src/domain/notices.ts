import { dueAt } from '@mreza/calendar'
import type { InstitutionId } from '@mreza/contracts-kernel'
import { type Agreement, isBinding } from './agreement.ts'

/** Days after being asked at which a party is reminded; so many times and no more (AG28). */
export const reminderDays = [7, 14, 28] as const
/** Days before the end of the term for signing at which who has not signed is told. */
export const signingSoonDays = 3
/** Days before the end of its duration at which everyone is told. */
export const expirySoonDays = [90, 30] as const

/** Something to be told about an agreement once, at its moment or as soon after as anybody looks. */
export interface Notice {
  /** Never twice in one agreement. */
  readonly key: string
  readonly at: string
  readonly what:
    | { readonly kind: 'reminder'; readonly institutionId: InstitutionId; readonly reminder: number }
    | { readonly kind: 'signing-soon'; readonly institutionIds: readonly InstitutionId[]; readonly expiresAt: string }
    | { readonly kind: 'expiring-soon'; readonly expiresAt: string }
    | { readonly kind: 'review-due'; readonly dueAt: string }
}

const daysAfter = (moment: string, days: number) => dueAt(moment, { amount: days, unit: 'day' })
const daysBefore = (moment: string, days: number) => new Date(new Date(moment).getTime() - days * 86_400_000).toISOString()

const remindersOf = (agreement: Agreement): Notice[] =>
  agreement.parties.flatMap(({ institutionId, standing }) =>
    standing.state === 'asked'
      ? reminderDays.map((days, before): Notice => {
          const reminder = before + 1
          return {
            key: `reminder/${institutionId}/${reminder}`,
            at: daysAfter(standing.askedAt, days),
            what: { kind: 'reminder', institutionId, reminder },
          }
        })
      : [],
  )

const termNotice = ({ parties, signBy }: Agreement): Notice[] => {
  if (signBy === null) return []
  const institutionIds = parties.filter(({ standing }) => !('signedAt' in standing)).map(({ institutionId }) => institutionId)
  return [
    { key: 'signing-soon', at: daysBefore(signBy, signingSoonDays), what: { kind: 'signing-soon', institutionIds, expiresAt: signBy } },
  ]
}

const expiryNotices = ({ expiresAt }: Agreement): Notice[] =>
  expiresAt === null
    ? []
    : expirySoonDays.map((days) => ({
        key: `expiry/${days}/${expiresAt}`,
        at: daysBefore(expiresAt, days),
        what: { kind: 'expiring-soon', expiresAt },
      }))

const reviewNotice = ({ state, reviewDueAt }: Agreement): Notice[] =>
  reviewDueAt === null || state === 'under-review'
    ? []
    : [{ key: `review/${reviewDueAt}`, at: reviewDueAt, what: { kind: 'review-due', dueAt: reviewDueAt } }]

/** Everything that an agreement as it stands gives notice of, past and to come. */
export const noticesOf = (agreement: Agreement): Notice[] => {
  if (agreement.state === 'sent') return [...remindersOf(agreement), ...termNotice(agreement)]
  return isBinding(agreement) ? [...expiryNotices(agreement), ...reviewNotice(agreement)] : []
}

const sameMatter = ({ what }: Notice): string =>
  what.kind === 'reminder' ? `reminder/${what.institutionId}` : what.kind === 'expiring-soon' ? `expiry/${what.expiresAt}` : what.kind

/**
 * What is due by now and was not told: `tell` is told, and `skip` is left out, because a later one of the same matter is due as well
 * and nobody needs three reminders at once after an outage.
 */
export const noticesDue = (agreement: Agreement, now: string, given: ReadonlySet<string>): { tell: Notice[]; skip: Notice[] } => {
  const due = noticesOf(agreement).filter(({ key, at }) => at <= now && !given.has(key))
  const latest = new Map(due.map((notice) => [sameMatter(notice), notice]))
  const isLatest = (notice: Notice) => latest.get(sameMatter(notice)) === notice
  return { tell: due.filter(isLatest), skip: due.filter((notice) => !isLatest(notice)) }
}

/** The next moment at which a clock has to look at this agreement; `null` when there is none. */
export const nextLook = (agreement: Agreement, now: string): string | null => {
  const ends = agreement.parties.flatMap(({ standing }) => (standing.state === 'withdrawing' ? [standing.endsAt] : []))
  const own = agreement.state === 'sent' ? [agreement.signBy] : isBinding(agreement) ? [agreement.expiresAt] : []
  const moments = [...noticesOf(agreement).map(({ at }) => at), ...own, ...(own.length === 0 ? [] : ends)]
  const later = moments.filter((moment): moment is string => moment !== null && moment > now).sort()
  return later[0] ?? null
}
