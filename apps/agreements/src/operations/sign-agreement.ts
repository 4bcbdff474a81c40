import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import { decideSign } from '../domain/decide.ts'
import { changeable } from './may.ts'
import type { Of } from './parts.ts'
import { presentDetail } from './present.ts'
import { save } from './save.ts'

/** Signs for the caller's institution (AG4, AG5); the last signature that the rule needs brings the agreement into force (AG8). */
export const signAgreement: Of<'signAgreement'> =
  ({ db }) =>
  (ctx, { agreementId, textHash }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'signAgreement', async () => {
        const agreement = await changeable(trx, agreementId, ctx.subject, 'agreement.sign')
        const acting = { institutionId: ctx.subject.institutionId, by: ctx.subject.personId, at: ctx.now.toISOString() }
        return presentDetail(await save(trx, agreement, decideSign(agreement, acting, textHash), ctx.subject), ctx.subject)
      }),
    )
