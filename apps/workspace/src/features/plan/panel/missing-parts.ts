import type { GoalId, PlanArea, PlanGap } from '@mreza/contracts-plans'
import { planSections } from '../document/plan-sections.ts'
import type { PartOfPage } from './where.ts'
import { sectionOfArea } from './where.ts'

/** Where in the list something missing stands: in a part of the page, or with the plan as a whole. */
export type PartOfList = PartOfPage | 'whole'

/** What is missing in one part of the page, by what concerns the same goal; what concerns none comes first. */
export interface MissingPart<Found> {
  readonly part: PartOfList
  readonly count: number
  readonly goals: readonly { readonly goalId: GoalId | null; readonly found: readonly Found[] }[]
}

const order: readonly PartOfList[] = ['whole', 'wishes', 'agreed', ...planSections.map(({ id }) => id), 'voice']

const ofTheWhole: Partial<Record<PlanGap['kind'], PartOfList>> = {
  'participation-not-recorded': 'wishes',
  'wishes-not-recorded': 'wishes',
  'risk-without-response': 'safety',
}

const partOf = (gap: PlanGap, areaOf: (goal: GoalId) => PlanArea | undefined): PartOfList => {
  const area = gap.goalId === null ? gap.area : areaOf(gap.goalId)
  return area === null || area === undefined ? (ofTheWhole[gap.kind] ?? 'whole') : sectionOfArea(area)
}

/** The gaps by the parts of the page in its order, each with how many there are. @param areaOf the area in which a goal stands */
export const missingParts = <Found extends { readonly gap: PlanGap }>(
  all: readonly Found[],
  areaOf: (goal: GoalId) => PlanArea | undefined,
): readonly MissingPart<Found>[] => {
  const parts = Map.groupBy(all, ({ gap }) => partOf(gap, areaOf))
  return order.flatMap((part) => {
    const found = parts.get(part)
    if (found === undefined) return []
    const goals = [...Map.groupBy(found, ({ gap }) => gap.goalId)].map(([goalId, ofGoal]) => ({ goalId, found: ofGoal }))
    return [{ part, count: found.length, goals: goals.sort((a, b) => Number(a.goalId !== null) - Number(b.goalId !== null)) }]
  })
}
