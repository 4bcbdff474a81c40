import { refuseInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import { decideWaiver } from '../domain/obligations/decide.ts'
import { openTermOf } from '../obligations/may-obligation.ts'
import { settleTerm } from '../obligations/settle-term.ts'
import { termOf } from '../store/obligations.ts'
import type { Of } from './parts.ts'

/** Lets a term go by a decision (AG46). */
export const waiveTerm: Of<'waiveTerm'> =
  ({ db }) =>
  (ctx, { obligationId, termId, reason, decision }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'waiveTerm', async () => {
        const at = ctx.now.toISOString()
        if (decision.date > at.slice(0, 10)) throw refuseInAgreements('decision-in-the-future', { field: 'decision.date' })
        const { row, term } = await openTermOf(trx, { obligationId, termId }, ctx.subject, 'obligation.settle')
        decideWaiver(termOf(term), at)
        const after = { ...term, waived_at: at, waived_by: ctx.subject.personId, waiver: { reason, decision } }
        const happened = { kind: 'settled', outcome: 'waived', disputedBy: null } as const
        return settleTerm(trx, ctx, { row, term: after }, { action: 'waive-term', happened })
      }),
    )
