import { asSubject, newId } from '@mreza/db'
import { once } from '@mreza/rpc'
import { auditObligation, concernedBy, tell } from '../obligations/announce-obligation.ts'
import { openObligation } from '../obligations/may-obligation.ts'
import { detailFrom } from '../store/obligations.ts'
import type { Of } from './parts.ts'

/** Says something about an obligation to everybody who may read it. */
export const commentObligation: Of<'commentObligation'> =
  ({ db }) =>
  (ctx, { obligationId, text }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'commentObligation', async () => {
        const at = ctx.now.toISOString()
        const { personId, institutionId } = ctx.subject
        const row = await openObligation(trx, obligationId, ctx.subject, 'obligation.comment')
        const of = { obligation_id: row.id, network_id: row.network_id, institution_id: row.institution_id }
        await trx
          .insertInto('obligation_comment')
          .values({ id: newId(), ...of, at, by_id: personId, by_institution_id: institutionId, text })
          .execute()
        await tell(trx, row, await concernedBy(trx, row), { kind: 'commented' }, { at, actorId: personId })
        await auditObligation(trx, row, 'comment-obligation', ctx.subject)
        return detailFrom(trx, row)
      }),
    )
