import { asSubject } from '@mreza/db'
import { auditObligation } from '../obligations/announce-obligation.ts'
import { openObligation } from '../obligations/may-obligation.ts'
import { detailFrom } from '../store/obligations.ts'
import type { Of } from './parts.ts'

/** Names who sees to an obligation in the institution that owes it (AG42). */
export const nameResponsible: Of<'nameResponsible'> =
  ({ db }) =>
  (ctx, { obligationId, responsibleId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const row = await openObligation(trx, obligationId, ctx.subject, 'obligation.name-responsible')
      await trx.updateTable('obligation').set({ responsible_id: responsibleId }).where('id', '=', row.id).execute()
      await auditObligation(trx, row, 'name-responsible', ctx.subject)
      return detailFrom(trx, { ...row, responsible_id: responsibleId })
    })
