import type { CaseMatter, Priority, Procedure, Step, Trigger } from '@mreza/contracts-agreements'
import type { AgeGroup, CaseStep } from '@mreza/contracts-conferences'
import type { Instant, LocalizedText } from '@mreza/contracts-kernel'
import { type ClockStart, deadlineClock } from './clock.ts'

/** What a step's scope is asked about. */
export interface CaseFacts {
  readonly priority: Priority
  readonly ageGroup: AgeGroup
}

/** A step of the procedure that this case carries, in order (CF7). */
export interface CarriedStep {
  readonly step: Step
  readonly stageTitle: LocalizedText
  readonly position: number
}

/** Whether the person is treated as a child; who may be one is one until known otherwise. */
export const isChild = (ageGroup: AgeGroup): boolean => ageGroup !== 'adult'

/** What agreements may drive a case about this person, the first one first: on trafficking, and for a child also on its protection (CF26). */
export const mattersOf = (ageGroup: AgeGroup): readonly CaseMatter[] =>
  isChild(ageGroup) ? ['trafficking', 'child-protection'] : ['trafficking']

const appliesTo = ({ appliesTo: scope }: Step, facts: CaseFacts): boolean =>
  (scope.priorities === undefined || scope.priorities.includes(facts.priority)) &&
  (scope.child === undefined || scope.child === isChild(facts.ageGroup))

/** The steps of a procedure that a case carries (CF7). */
export const carriedSteps = (procedure: Procedure, facts: CaseFacts): readonly CarriedStep[] =>
  procedure.stages
    .flatMap((stage) => stage.steps.map((step) => ({ step, stageTitle: stage.title })))
    .filter(({ step }) => appliesTo(step, facts))
    .map((carried, position) => ({ ...carried, position }))

/** What happened in a case and when. Later moments of the same kind do not start a step again. */
export type Moments = ReadonlyMap<Trigger, Instant>

/** The moments of a case at its opening (CF7). */
export const openingMoments = (sentAt: Instant, openedAt: Instant): Moments =>
  new Map<Trigger, Instant>([
    ['referral-received', sentAt],
    ['priority-set', sentAt],
    ['case-opened', openedAt],
    ['status:potential', openedAt],
  ])

/** A step that has just become *now*, with its clock where a deadline is prescribed (CF10). */
export interface Triggered {
  readonly stepId: string
  readonly triggeredAt: Instant
  readonly clock: ClockStart | null
}

/** The steps among `waiting` that these moments set going (CF10). A deadline counts from its own moment, if that has happened, else from the trigger. */
export const triggeredBy = (waiting: readonly Step[], moments: Moments): readonly Triggered[] =>
  waiting.flatMap((step) => {
    const triggeredAt = moments.get(step.trigger)
    if (triggeredAt === undefined) return []
    const { deadline } = step
    const clock = deadline === null ? null : deadlineClock(deadline, step.title, moments.get(deadline.countsFrom) ?? triggeredAt)
    return [{ stepId: step.id, triggeredAt, clock }]
  })

/** How far a step is (CF10). */
export const stepState = (step: { readonly triggeredAt: Instant | null; readonly doneAt: Instant | null }): CaseStep['state'] => {
  if (step.doneAt !== null) return 'done'
  return step.triggeredAt === null ? 'later' : 'now'
}
