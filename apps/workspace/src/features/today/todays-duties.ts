import type { AgreementSummary } from '@mreza/contracts-agreements'
import type { CaseSummary, ConferenceSummary, ReferralSummary, Task } from '@mreza/contracts-conferences'
import type { Instant, PersonId } from '@mreza/contracts-kernel'

/** What the services say is this person's to do. */
export interface Duties {
  readonly referrals: readonly ReferralSummary[]
  readonly cases: readonly CaseSummary[]
  readonly conferences: readonly ConferenceSummary[]
  readonly tasks: readonly Task[]
  readonly signatures: readonly AgreementSummary[]
}

/** The one thing that comes first. */
export type First =
  | { readonly kind: 'referral'; readonly due: Instant; readonly referral: ReferralSummary }
  | { readonly kind: 'case'; readonly due: Instant; readonly case: CaseSummary }
  | { readonly kind: 'invitation'; readonly due: Instant; readonly conference: ConferenceSummary }
  | { readonly kind: 'conference'; readonly due: Instant; readonly conference: ConferenceSummary }
  | { readonly kind: 'task'; readonly due: Instant; readonly task: Task }
  | { readonly kind: 'signature'; readonly due: null; readonly agreement: AgreementSummary }

/** Invitations of the person's institution that wait for its answer. */
export const toAnswer = (conferences: readonly ConferenceSummary[]): readonly ConferenceSummary[] =>
  conferences.filter(({ state, myInvitation }) => state === 'scheduled' && myInvitation?.answer.answer === 'waiting')

/** Conferences that this institution is coming to, or that are held about a case one takes part in. */
export const toCome = (conferences: readonly ConferenceSummary[]): readonly ConferenceSummary[] => {
  const waiting = new Set(toAnswer(conferences).map(({ id }) => id))
  return conferences.filter(({ id, myInvitation }) => !waiting.has(id) && myInvitation?.answer.answer !== 'declined')
}

/** Cases that this person leads and in which a clock runs. */
export const ledCases = (cases: readonly CaseSummary[], me: PersonId): readonly CaseSummary[] =>
  cases.filter(({ caseManagerId, firstClock }) => caseManagerId === me && firstClock !== null)

/** The end of a civil day in the network's time zone, near enough to put duties in order. */
const endOf = (day: string): Instant => `${day}T22:00:00.000Z`

const candidates = ({ referrals, cases, conferences, tasks, signatures }: Duties, me: PersonId): readonly First[] => [
  ...referrals.map((referral): First => ({ kind: 'referral', due: referral.clock.dueAt, referral })),
  ...ledCases(cases, me).map((one): First => ({ kind: 'case', due: one.firstClock?.dueAt ?? one.openedAt, case: one })),
  ...toAnswer(conferences).map((conference): First => ({ kind: 'invitation', due: conference.startsAt, conference })),
  ...underWay(conferences).map((conference): First => ({ kind: 'conference', due: conference.startsAt, conference })),
  ...tasks.map((task): First => ({ kind: 'task', due: endOf(task.dueOn), task })),
  ...signatures.map((agreement): First => ({ kind: 'signature', due: null, agreement })),
]

const order = (due: Instant | null): string => due ?? '9999'

/** What comes first: whatever falls due first, signatures after everything that has a time. */
export const firstOf = (duties: Duties, me: PersonId): First | undefined =>
  [...candidates(duties, me)].sort((a, b) => order(a.due).localeCompare(order(b.due)))[0]

const underWay = (conferences: readonly ConferenceSummary[]) => conferences.filter(({ state }) => state === 'under-way')

/** How many things wait for this person. */
export const howMany = (duties: Duties, me: PersonId): number =>
  duties.referrals.length +
  toAnswer(duties.conferences).length +
  underWay(duties.conferences).length +
  duties.tasks.length +
  duties.signatures.length +
  ledCases(duties.cases, me).length

/** How many deadlines among them are over. */
export const howManyBroken = ({ referrals, cases, tasks }: Duties, me: PersonId, today: string): number =>
  referrals.filter(({ clock }) => clock.state === 'broken').length +
  ledCases(cases, me).filter(({ firstClock }) => firstClock?.state === 'broken').length +
  tasks.filter(({ dueOn }) => dueOn < today).length
