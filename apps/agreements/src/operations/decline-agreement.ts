import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import { decideDecline } from '../domain/decide-sign.ts'
import { whatFollows } from '../domain/what-follows.ts'
import { changeable } from './may.ts'
import type { Of } from './parts.ts'
import { presentDetail } from './present.ts'
import { save } from './save.ts'

/** Declines for the caller's institution and says what follows (AG6). */
export const declineAgreement: Of<'declineAgreement'> =
  ({ db }) =>
  (ctx, { agreementId, reason }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'declineAgreement', async () => {
        const agreement = await changeable(trx, agreementId, ctx.subject, 'agreement.sign')
        const acting = { institutionId: ctx.subject.institutionId, by: ctx.subject.personId, at: ctx.now.toISOString() }
        const after = await save(trx, agreement, decideDecline(agreement, acting, reason), ctx.subject)
        const detail = presentDetail(after, ctx.subject)
        return {
          agreement: detail,
          follows: { ...whatFollows(after, acting.institutionId), maySignLater: true as const, missing: detail.missing },
        }
      }),
    )
