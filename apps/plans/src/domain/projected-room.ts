import type {
  ActivityRow,
  ContactRhythm,
  GoalRow,
  IndicatorRow,
  Participation,
  PlanGap,
  RiskRow,
  UnderstandingRow,
} from '@mreza/contracts-plans'
import {
  type Activity,
  type GapSurroundings,
  type Goal,
  gapsOf,
  type Indicator,
  type PlanContent,
  type Risk,
  type Understanding,
} from '@mreza/plan-document'

/** What a room's document becomes as rows: only what is in the plan now, nothing that was withdrawn. */
export interface ProjectedRoom {
  readonly wishes: string
  readonly participation: Participation | null
  readonly reviewOn: string | null
  readonly contact: ContactRhythm | null
  readonly templateId: string | null
  readonly goals: readonly GoalRow[]
  readonly risks: readonly RiskRow[]
  readonly understandings: readonly UnderstandingRow[]
  readonly gaps: readonly PlanGap[]
}

const standing = <T extends { readonly withdrawn: boolean }>(items: readonly T[]): T[] => items.filter(({ withdrawn }) => !withdrawn)

const indicatorRow = ({ withdrawn: _withdrawn, ...row }: Indicator): IndicatorRow => row

const activityRow = ({ rank: _rank, withdrawn: _withdrawn, ...row }: Activity): ActivityRow => row

const goalRow = ({ note: _note, withdrawn: _withdrawn, ...goal }: Goal): GoalRow => ({
  ...goal,
  indicators: standing(goal.indicators).map(indicatorRow),
  activities: standing(goal.activities).map(activityRow),
})

const riskRow = ({ rank: _rank, withdrawn: _withdrawn, ...row }: Risk): RiskRow => row

const understandingRow = ({ rank: _rank, withdrawn: _withdrawn, ...row }: Understanding): UnderstandingRow => row

/** Turns what a document says into rows, with what is missing by the plan's template on this day (PL8, PL9). Pure. */
export const projectContent = (content: PlanContent, surroundings: GapSurroundings): ProjectedRoom => ({
  wishes: content.wishes,
  participation: content.participation,
  reviewOn: content.reviewOn,
  contact: content.contact,
  templateId: content.templateId,
  goals: standing(content.goals).map(goalRow),
  risks: standing(content.risks).map(riskRow),
  understandings: standing(content.understandings).map(understandingRow),
  gaps: gapsOf(content, surroundings),
})

/** What others must know of an activity: whose it is, and until when. */
export type Assignment = Pick<ActivityRow, 'id' | 'responsibleInstitutionId' | 'dueOn'>

const open: readonly ActivityRow['state'][] = ['planned', 'under-way']

/** Activities that an institution was given, or whose day moved, since the last time (PL9). */
export const newAssignments = (before: readonly Assignment[], goals: readonly GoalRow[]): ActivityRow[] => {
  const known = new Map(before.map((assignment) => [assignment.id as string, assignment]))
  return goals
    .flatMap(({ activities }) => activities)
    .filter(({ id, responsibleInstitutionId, dueOn, state }) => {
      const was = known.get(id)
      const changed = was === undefined || was.responsibleInstitutionId !== responsibleInstitutionId || was.dueOn !== dueOn
      return changed && responsibleInstitutionId !== null && open.includes(state)
    })
}
