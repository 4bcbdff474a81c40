import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import type { PlanId } from '@mreza/contracts-kernel'
import { type PlanVersion, planApproved, refuseInPlans, type VersionId } from '@mreza/contracts-plans'
import { asSubject, newId, type Trx } from '@mreza/db'
import { type CallContext, once } from '@mreza/rpc'
import { isComplete, isSameApproval } from '../domain/approval.ts'
import { reviewsAfter } from '../domain/review.ts'
import { versionHash } from '../domain/version-hash.ts'
import { beginReviews } from '../store/review-clocks.ts'
import type { PlansTables } from '../store/tables.ts'
import { insertVersion, lastApproved, lockVersions, type VersionRow } from '../store/versions.ts'
import { type FrozenRoom, freezeRooms } from '../versions/freeze-rooms.ts'
import { judgeRooms } from '../versions/judge-rooms.ts'
import { presentVersion } from '../versions/present-version.ts'
import { ledPlan, type ReadablePlan } from './may-plan.ts'
import { versionAgain } from './may-version.ts'
import type { Of, Parts } from './parts.ts'

const rowOf = (ctx: CallContext, { plan }: ReadablePlan, number: number, rooms: readonly FrozenRoom[]): VersionRow => {
  const at = ctx.now.toISOString()
  const reviews = new Map(reviewsAfter(at).map(({ standard, dueOn }) => [standard, dueOn]))
  return {
    id: newId<'VersionId'>(),
    plan_id: plan.id,
    case_id: plan.case_id,
    kind: 'approved',
    number,
    title: '',
    at,
    by: ctx.subject.personId,
    institution_id: ctx.subject.institutionId,
    hash: versionHash(rooms.map(({ hash }) => hash)),
    participation: rooms.find(({ room }) => room === 'core')?.content.participation ?? null,
    programme_by: reviews.get('programme') ?? null,
    law_by: reviews.get('law') ?? null,
  }
}

const announce = async (trx: Trx<PlansTables>, { subject }: CallContext, row: VersionRow, rooms: readonly FrozenRoom[]): Promise<void> => {
  const { personId, institutionId } = subject
  const of = { planId: row.plan_id, caseId: row.case_id, versionId: row.id, number: row.number ?? 1 }
  const asked = [...new Set(rooms.flatMap((room) => room.asked))].sort()
  await emit(trx, planApproved, { ...of, at: row.at, actorId: personId, audience: { institutionIds: asked } })
  const refs = { planId: row.plan_id, versionId: row.id, hash: row.hash?.toString('hex') ?? '' }
  await record(trx, { chain: row.case_id, action: 'approve-plan', actor: { personId, institutionId }, refs })
}

/** Approves the plan as it is on disk, one call after another; the same approval once more gives the same version. */
const approve = async (trx: Trx<PlansTables>, ctx: CallContext, { db, templates }: Parts, planId: PlanId): Promise<VersionId> => {
  const led = await ledPlan(trx, planId, ctx.subject)
  await lockVersions(trx, planId)
  const last = await lastApproved(trx, planId)
  const rooms = await freezeRooms(db.worker, planId)
  if (!isComplete(judgeRooms(rooms, templates, ctx.now))) throw refuseInPlans('plan-not-complete')
  const row = rowOf(ctx, led, (last?.number ?? 0) + 1, rooms)
  if (last !== undefined && row.hash !== null && isSameApproval(last, row.hash, ctx.now)) return last.id
  await insertVersion(trx, row, rooms)
  await beginReviews(trx, row, reviewsAfter(row.at))
  await announce(trx, ctx, row, rooms)
  return row.id
}

/**
 * Freezes all rooms as the next approved version, also those that are closed to who leads (PL19). In one transaction with the review
 * clocks that begin and end by it, its event and its audit row; people go on writing meanwhile, in the draft that comes after it.
 */
export const approvePlan: Of<'approvePlan'> =
  (parts) =>
  async (ctx, { planId }) => {
    const approved = await asSubject(parts.db.runtime, ctx.databaseKey, (trx) =>
      once<PlansTables, PlanVersion>(trx, ctx, 'approvePlan', async () =>
        presentVersion(await versionAgain(trx, await approve(trx, ctx, parts, planId))),
      ),
    )
    parts.news.tell(planId, { news: 'versions' })
    return approved
  }
