import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import { decideSettlement } from '../domain/obligations/decide.ts'
import { openTermOf } from '../obligations/may-obligation.ts'
import { settleTerm } from '../obligations/settle-term.ts'
import { termOf } from '../store/obligations.ts'
import type { Of } from './parts.ts'

/** A coordinator or city official of another institution settles a dispute (AG45). */
export const settleDispute: Of<'settleDispute'> =
  ({ db }) =>
  (ctx, { obligationId, termId, outcome, reason }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'settleDispute', async () => {
        const at = ctx.now.toISOString()
        const { row, term } = await openTermOf(trx, { obligationId, termId }, ctx.subject, 'obligation.settle')
        const { keptAt } = decideSettlement(termOf(term), outcome, at)
        const by = ctx.subject.personId
        await trx
          .updateTable('obligation_dispute')
          .set({ settled_at: at, settled_by: by, outcome, settled_because: reason })
          .where('term_id', '=', term.id)
          .where('settled_at', 'is', null)
          .execute()
        const dispute = term.dispute && { ...term.dispute, settled: { at, by, outcome, reason } }
        const happened = { kind: 'settled', outcome, disputedBy: term.dispute?.by ?? null } as const
        return settleTerm(trx, ctx, { row, term: { ...term, kept_at: keptAt, dispute } }, { action: 'settle-dispute', happened })
      }),
    )
