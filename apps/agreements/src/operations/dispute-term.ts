import { asSubject, newId } from '@mreza/db'
import { once } from '@mreza/rpc'
import { decideDispute } from '../domain/obligations/decide.ts'
import { openTermOf } from '../obligations/may-obligation.ts'
import { settleTerm } from '../obligations/settle-term.ts'
import { termOf } from '../store/obligations.ts'
import type { Of } from './parts.ts'

/** Another institution says that what was reported is not so (AG45). */
export const disputeTerm: Of<'disputeTerm'> =
  ({ db }) =>
  (ctx, { obligationId, termId, reason }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'disputeTerm', async () => {
        const at = ctx.now.toISOString()
        const { personId, institutionId } = ctx.subject
        const { row, term } = await openTermOf(trx, { obligationId, termId }, ctx.subject, 'obligation.dispute')
        decideDispute(termOf(term), at)
        await trx
          .insertInto('obligation_dispute')
          .values({
            id: newId(),
            term_id: term.id,
            obligation_id: row.id,
            network_id: row.network_id,
            institution_id: row.institution_id,
            at,
            by_id: personId,
            by_institution_id: institutionId,
            reason,
          })
          .execute()
        const after = { ...term, dispute: { at, by: personId, institutionId, reason, settled: null } }
        return settleTerm(trx, ctx, { row, term: after }, { action: 'dispute-term', happened: { kind: 'disputed' } })
      }),
    )
