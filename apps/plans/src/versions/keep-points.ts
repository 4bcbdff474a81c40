import type { CaseId, PlanId } from '@mreza/contracts-kernel'
import { asWorker, type Db, newId, type Trx } from '@mreza/db'
import { sql } from 'kysely'
import { pointIsDue } from '../domain/point-due.ts'
import { forgetOldQuotes } from '../store/quotes.ts'
import type { PlansTables } from '../store/tables.ts'
import { dropPointsBefore, insertVersion, lockVersions } from '../store/versions.ts'
import { freezeRooms } from './freeze-rooms.ts'

/** An automatic point is gone after this (PL12, PL19). */
const pointLifeMs = 24 * 60 * 60_000
const batch = 20

interface Written {
  id: PlanId
  case_id: CaseId
  written_since: string
  changed_at: string
  kept_at: string | null
}

/** Plans that were written in since their last version, and not longer ago than a point would last. */
const writtenPlans = async (trx: Trx<PlansTables>, now: Date, planId?: PlanId): Promise<Written[]> => {
  const oldest = new Date(now.getTime() - pointLifeMs).toISOString()
  const { rows } = await sql<Written>`
    select p.id, p.case_id, max(r.changed_at) as changed_at,
      coalesce(min((select min(u.at) from room_update u where u.room_id = r.id and u.seq > l.seq)), max(r.changed_at)) as written_since,
      (select max(v.at) from version v where v.plan_id = p.id and v.at > ${oldest}::timestamptz) as kept_at
    from room r join plan p on p.id = r.plan_id
      cross join lateral (select coalesce(max(k.seq), 0) as seq from version_room k where k.room_id = r.id) l
    where r.changed_at > ${oldest}::timestamptz and (${planId ?? null}::uuid is null or p.id = ${planId ?? null}::uuid)
      and r.seq > l.seq
    group by p.id, p.case_id order by 3 limit 200`.execute(trx)
  return rows
}

const isDue = ({ written_since, changed_at, kept_at }: Written, now: Date): boolean => {
  const since = { writtenSince: Date.parse(written_since), changedAt: Date.parse(changed_at) }
  return pointIsDue({ ...since, keptAt: kept_at === null ? null : Date.parse(kept_at) }, now.getTime())
}

/** Makes one point; what another instance made meanwhile counts. */
const makePoint = (worker: Db<PlansTables>, planId: PlanId, now: Date): Promise<boolean> =>
  asWorker(worker, async (trx) => {
    await lockVersions(trx, planId)
    const [plan] = await writtenPlans(trx, now, planId)
    if (plan === undefined || !isDue(plan, now)) return false
    const rooms = await freezeRooms(worker, planId)
    const by = { by: null, institution_id: null, number: null, hash: null, programme_by: null, law_by: null }
    const participation = rooms.find(({ room }) => room === 'core')?.content.participation ?? null
    const of = { id: newId<'VersionId'>(), plan_id: planId, case_id: plan.case_id, at: now.toISOString() }
    await insertVersion(trx, { ...of, kind: 'automatic', title: '', participation, ...by }, rooms)
    return true
  })

/** Makes the automatic points that are due (PL19). Says for which plans; at most 20 at a time. */
export const keepPoints = async (worker: Db<PlansTables>, now: Date): Promise<PlanId[]> => {
  const due = (await asWorker(worker, (trx) => writtenPlans(trx, now))).filter((plan) => isDue(plan, now)).slice(0, batch)
  const made: PlanId[] = []
  for (const { id } of due) if (await makePoint(worker, id, now)) made.push(id)
  return made
}

/** Takes away the automatic points that are a day old, and what conversations quoted a day ago; deleted words live there no longer (PL12). */
export const dropOldPoints = (worker: Db<PlansTables>, now: Date): Promise<void> =>
  asWorker(worker, async (trx) => {
    const before = new Date(now.getTime() - pointLifeMs)
    await dropPointsBefore(trx, before)
    await forgetOldQuotes(trx, before)
  })
