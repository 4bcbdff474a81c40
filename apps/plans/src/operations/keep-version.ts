import { record } from '@mreza/audit'
import { asSubject, newId } from '@mreza/db'
import { once } from '@mreza/rpc'
import { insertVersion, lockVersions } from '../store/versions.ts'
import { freezeRooms } from '../versions/freeze-rooms.ts'
import { presentVersion } from '../versions/present-version.ts'
import { mayInRoom, readablePlan } from './may-plan.ts'
import { versionAgain } from './may-version.ts'
import type { Of } from './parts.ts'

const noReview = { number: null, hash: null, programme_by: null, law_by: null }

/** Keeps all rooms as they are on disk now as a draft under a name (PL19). */
export const keepVersion: Of<'keepVersion'> =
  ({ db, news }) =>
  async (ctx, { planId, title }) => {
    const { personId, institutionId } = ctx.subject
    const kept = await asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'keepVersion', async () => {
        const { plan, resourceOf } = await readablePlan(trx, planId, ctx.subject)
        mayInRoom(ctx.subject, 'plan.write', resourceOf('core'))
        await lockVersions(trx, planId)
        const rooms = await freezeRooms(db.worker, planId)
        const id = newId<'VersionId'>()
        const of = { id, plan_id: planId, case_id: plan.case_id, at: ctx.now.toISOString(), by: personId, institution_id: institutionId }
        const participation = rooms.find(({ room }) => room === 'core')?.content.participation ?? null
        await insertVersion(trx, { ...of, kind: 'kept', title, participation, ...noReview }, rooms)
        const refs = { planId, versionId: id }
        await record(trx, { chain: plan.case_id, action: 'keep-plan-version', actor: { personId, institutionId }, refs })
        return presentVersion(await versionAgain(trx, id))
      }),
    )
    news.tell(planId, { news: 'versions' })
    return kept
  }
