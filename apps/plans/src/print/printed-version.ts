import type { CivilDate, Instant, InstitutionId, PersonId } from '@mreza/contracts-kernel'
import type { Participation, PlanRoom, SignOff } from '@mreza/contracts-plans'
import type { Activity, Goal, PlanContent } from '@mreza/plan-document'

/** An approved version as far as it is in a copy: plain values, before it is said in any language. */
export interface PrintedVersion {
  /** Null when the code of the case was not heard of. */
  readonly code: string | null
  readonly number: number
  readonly at: Instant
  /** Hex. */
  readonly hash: string
  readonly approvedBy: InstitutionId | null
  readonly participation: Participation | null
  readonly review: { readonly programmeBy: CivilDate; readonly lawBy: CivilDate } | null
  /** What the rooms say that are in the copy, in the order of rooms. */
  readonly rooms: readonly PlanContent[]
  /** The rooms that are not. */
  readonly withheld: readonly PlanRoom[]
  readonly signOffs: readonly SignOff[]
  readonly asked: readonly InstitutionId[]
  readonly leadInstitutionId: InstitutionId | null
  readonly caseManagerId: PersonId | null
  /** Who prints it, and when. */
  readonly printedBy: PersonId
  readonly printedAt: Instant
}

/** What is said of the plan as a whole, if the core room is in the copy. */
export const coreOf = ({ rooms }: PrintedVersion): PlanContent | undefined => rooms.find(({ room }) => room === 'core')

/** The goals that stand, over all rooms of the copy. */
export const goalsOf = ({ rooms }: PrintedVersion): Goal[] => rooms.flatMap(({ goals }) => goals.filter(({ withdrawn }) => !withdrawn))

/** The activities of a goal that stand. */
export const activitiesOf = ({ activities }: Goal): Activity[] => activities.filter(({ withdrawn }) => !withdrawn)

/** Does an institution have a part in an activity? */
export const hasPart = (activity: Activity, id: InstitutionId): boolean =>
  activity.responsibleInstitutionId === id || activity.supportingInstitutionIds.includes(id)

/** Whoever is named in a copy. */
export const namedIn = (version: PrintedVersion): { institutionIds: InstitutionId[]; personIds: PersonId[] } => {
  const { rooms, signOffs, asked, approvedBy, leadInstitutionId, caseManagerId, printedBy } = version
  const activities = goalsOf(version).flatMap(activitiesOf)
  const institutions = [
    ...activities.flatMap((each) => [each.responsibleInstitutionId, ...each.supportingInstitutionIds]),
    ...rooms.flatMap(({ risks }) => risks.map((risk) => risk.responsibleInstitutionId)),
    ...signOffs.map(({ institutionId }) => institutionId),
    ...asked,
    approvedBy,
    leadInstitutionId,
  ]
  const people = [
    ...activities.map((each) => each.responsiblePersonId),
    ...signOffs.map(({ personId }) => personId),
    caseManagerId,
    printedBy,
  ]
  const known = <T>(all: readonly (T | null)[]): T[] => [...new Set(all.flatMap((each) => (each === null ? [] : [each])))]
  return { institutionIds: known(institutions), personIds: known(people) }
}

/** All that people typed in it. */
export const typedIn = ({ rooms }: PrintedVersion): string[] =>
  rooms.flatMap(({ wishes, participationNote, prose, goals, risks, understandings }) => [
    wishes,
    participationNote,
    ...prose.map(({ text }) => text),
    ...goals.flatMap(({ outcome, own, activities }) => [outcome, own, ...activities.map(({ what }) => what)]),
    ...risks.flatMap(({ what, response }) => [what, response]),
    ...understandings.map(({ text }) => text),
  ])
