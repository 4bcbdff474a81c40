import { record } from '@mreza/audit'
import { asSubject, newId } from '@mreza/db'
import { once } from '@mreza/rpc'
import { presentVersion } from '../versions/present-version.ts'
import { mayInRoom } from './may-plan.ts'
import { approvedVersion, versionAgain } from './may-version.ts'
import type { Of } from './parts.ts'

/** Records that the person was given their copy of an approved version. */
export const recordCopyHanded: Of<'recordCopyHanded'> =
  ({ db, news }) =>
  async (ctx, { versionId, language, largePrint, on, note }) => {
    const { personId, institutionId } = ctx.subject
    const { version, planId } = await asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { plan, resourceOf } = await approvedVersion(trx, versionId, ctx.subject)
      mayInRoom(ctx.subject, 'plan.write', resourceOf('core'))
      const handed = await once(trx, ctx, 'recordCopyHanded', async () => {
        const of = { id: newId<'CopyId'>(), version_id: versionId, case_id: plan.case_id }
        const how = { language, large_print: largePrint, handed_on: on, by: personId, at: ctx.now.toISOString(), note }
        await trx
          .insertInto('copy_handed')
          .values({ ...of, ...how })
          .execute()
        const refs = { planId: plan.id, versionId, language }
        await record(trx, { chain: plan.case_id, action: 'hand-plan-copy', actor: { personId, institutionId }, refs })
        return presentVersion(await versionAgain(trx, versionId))
      })
      return { version: handed, planId: plan.id }
    })
    news.tell(planId, { news: 'versions' })
    return version
  }
