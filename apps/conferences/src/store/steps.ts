import type { Fulfilment, Step, Trigger } from '@mreza/contracts-agreements'
import type { CaseStep } from '@mreza/contracts-conferences'
import type { CaseId, Instant } from '@mreza/contracts-kernel'
import { json } from '@mreza/db'
import type { Selectable } from 'kysely'
import { priorityRule } from '../domain/clock.ts'
import { type CarriedStep, type Moments, openingMoments, stepState, triggeredBy } from '../domain/procedure.ts'
import type { CaseRow } from './cases.ts'
import { type ClockRow, clockFrom, insertClocks } from './clocks.ts'
import type { ConferencesTrx } from './executors.ts'
import type { ConferencesTables } from './tables.ts'

export type StepRow = Selectable<ConferencesTables['case_step']>

export const stepsOf = (trx: ConferencesTrx, caseId: CaseId): Promise<StepRow[]> =>
  trx.selectFrom('case_step').selectAll().where('case_id', '=', caseId).orderBy('position').execute()

export const insertSteps = async (trx: ConferencesTrx, caseId: CaseId, steps: readonly CarriedStep[]): Promise<void> => {
  if (steps.length === 0) return
  const rows = steps.map(({ step, stageTitle, position }) => ({
    case_id: caseId,
    step_id: step.id,
    position,
    stage_title: json(stageTitle),
    step: json(step),
  }))
  await trx
    .insertInto('case_step')
    .values(rows as never)
    .execute()
}

/** Gives the clock that has run since the referral to the step that carries out the same rule, so that one duty has one clock (CF7). */
export const giveClockToStep = async (trx: ConferencesTrx, row: CaseRow, steps: readonly CarriedStep[]): Promise<void> => {
  const step = steps.find((carried) => carried.step.ruleId === priorityRule(row.priority) && carried.step.deadline !== null)?.step
  if (step === undefined) return
  const changed = { step_id: step.id, label: json(step.title) as never }
  await trx.updateTable('clock').set(changed).where('case_id', '=', row.id).where('step_id', 'is', null).execute()
}

/** What has happened in a case so far, from what is stored. */
export const momentsOf = async (trx: ConferencesTrx, row: CaseRow, sentAt: Instant): Promise<Moments> => {
  const done = await trx
    .selectFrom('case_step')
    .select(['step_id', 'done_at'])
    .where('case_id', '=', row.id)
    .where('done_at', 'is not', null)
    .execute()
  const conferences = await trx
    .selectFrom('conference')
    .select(['scheduled_at', 'closed_at', 'state'])
    .where('case_id', '=', row.id)
    .orderBy('scheduled_at')
    .execute()
  const called = conferences.find(({ state }) => state !== 'cancelled')
  const held = conferences.filter(({ closed_at }) => closed_at !== null)[0]
  return new Map<Trigger, Instant>([
    ...openingMoments(sentAt, row.opened_at),
    ...(called === undefined ? [] : [['conference-called', called.scheduled_at] as const]),
    ...(held?.closed_at == null ? [] : [['conference-held', held.closed_at] as const]),
    // A plan is made when it is first approved: before that it is a draft that anybody may change.
    ...(row.plan_approved_at === null
      ? []
      : ([
          ['plan-made', row.plan_approved_at],
          ['plan-approved', row.plan_approved_at],
        ] as const)),
    ...done.flatMap(({ step_id, done_at }) => (done_at === null ? [] : [[`step:${step_id}` as Trigger, done_at] as const])),
  ])
}

/** Sets the steps going whose trigger has happened by now, with their clocks (CF10). Doing it again changes nothing. */
export const advanceSteps = async (trx: ConferencesTrx, row: CaseRow, sentAt: Instant): Promise<void> => {
  const waiting = (await stepsOf(trx, row.id)).filter((step) => step.triggered_at === null).map(({ step }) => step)
  const triggered = triggeredBy(waiting, await momentsOf(trx, row, sentAt))
  for (const { stepId, triggeredAt } of triggered)
    await trx
      .updateTable('case_step')
      .set({ triggered_at: triggeredAt })
      .where('case_id', '=', row.id)
      .where('step_id', '=', stepId)
      .execute()
  const running = await trx.selectFrom('clock').select('step_id').where('case_id', '=', row.id).execute()
  const hasClock = new Set(running.map((clock) => clock.step_id))
  const clocks = triggered.flatMap(({ stepId, clock }) => (clock === null || hasClock.has(stepId) ? [] : [{ stepId, clock }]))
  await insertClocks(trx, { networkId: row.network_id, referralId: null, caseId: row.id }, clocks)
}

/** The steps that are *now* and that what Mreža saw happen proves to be done. */
export const stepsFulfilledBy = async (trx: ConferencesTrx, caseId: CaseId, fulfilment: Fulfilment): Promise<StepRow[]> =>
  (await stepsOf(trx, caseId)).filter(
    ({ step, triggered_at, done_at }) => step.fulfilledBy === fulfilment && triggered_at !== null && done_at === null,
  )

const clockOf = (step: Step, clocks: readonly ClockRow[], now: Instant): CaseStep['clock'] => {
  const row = clocks.find((clock) => clock.step_id === step.id)
  return row === undefined ? null : clockFrom(row, now)
}

export const caseStepFrom = (row: StepRow, clocks: readonly ClockRow[], now: Instant): CaseStep => ({
  id: row.step_id,
  stageTitle: row.stage_title,
  title: row.step.title,
  duty: row.step.duty,
  actor: row.step.actor,
  state: stepState({ triggeredAt: row.triggered_at, doneAt: row.done_at }),
  articleNumber: row.step.articleNumber,
  clock: clockOf(row.step, clocks, now),
  deadlinePrescribed: row.step.deadline !== null,
  doneAt: row.done_at,
  doneBy: row.done_by,
  evidence: row.evidence,
  expectedEvidence: row.step.evidence,
})
