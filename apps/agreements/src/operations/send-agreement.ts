import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import { decideSend } from '../domain/decide.ts'
import { changeable } from './may.ts'
import type { Of } from './parts.ts'
import { presentDetail } from './present.ts'
import { save } from './save.ts'

/** Freezes the text and asks the parties to sign (AG2, AG3). */
export const sendAgreement: Of<'sendAgreement'> =
  ({ db }) =>
  (ctx, { agreementId, signBy }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'sendAgreement', async () => {
        const draft = await changeable(trx, agreementId, ctx.subject, 'agreement.send')
        return presentDetail(await save(trx, draft, decideSend(draft, ctx.now.toISOString(), signBy), ctx.subject), ctx.subject)
      }),
    )
