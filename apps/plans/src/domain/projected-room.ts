import type { ActivityRow, GoalRow, IndicatorRow, Participation, PlanGap } from '@mreza/contracts-plans'
import { type Activity, type Goal, gapsOf, type PlanContent } from '@mreza/plan-document'

/** What a room's document becomes as rows: only what is in the plan now, nothing that was withdrawn. */
export interface ProjectedRoom {
  readonly wishes: string
  readonly participation: Participation | null
  readonly goals: readonly GoalRow[]
  readonly gaps: readonly PlanGap[]
}

const indicatorRows = (goal: Goal): IndicatorRow[] =>
  goal.indicators.filter(({ withdrawn }) => !withdrawn).map(({ id, goalId, text, target }) => ({ id, goalId, text, target }))

const activityRow = ({ rank: _rank, withdrawn: _withdrawn, ...row }: Activity): ActivityRow => row

const goalRow = ({ withdrawn: _withdrawn, ...goal }: Goal): GoalRow => ({
  ...goal,
  indicators: indicatorRows({ ...goal, withdrawn: false }),
  activities: goal.activities.filter(({ withdrawn }) => !withdrawn).map(activityRow),
})

/** Turns what a document says into rows (PL9). Pure. */
export const projectContent = (content: PlanContent): ProjectedRoom => ({
  wishes: content.wishes,
  participation: content.participation,
  goals: content.goals.filter(({ withdrawn }) => !withdrawn).map(goalRow),
  gaps: gapsOf(content),
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
