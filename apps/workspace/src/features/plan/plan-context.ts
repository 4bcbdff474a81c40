import type { CaseDetail } from '@mreza/contracts-conferences'
import type { OpenedPlan, PlanRoom } from '@mreza/contracts-plans'
import { createContext, use } from 'react'
import type { LiveRoom } from './live/live-room.ts'

/** The plan that is open, for all of its pages. The same object until what it tells of changes. */
export interface PlanAtHand {
  readonly plan: OpenedPlan
  /** The rooms that are open to the reader, joined. */
  readonly rooms: ReadonlyMap<PlanRoom, LiveRoom>
  readonly list: readonly LiveRoom[]
  readonly theCase: CaseDetail | undefined
}

/** Stands around the pages of a plan. */
export const PlanContext = createContext<PlanAtHand | null>(null)

/** The plan that is open. */
export const usePlan = (): PlanAtHand => {
  const plan = use(PlanContext)
  if (plan === null) throw new Error('usePlan is used outside of a plan')
  return plan
}
