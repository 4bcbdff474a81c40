import { refuseInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { type CallContext, confirmedBy, once } from '@mreza/rpc'
import { decideSign } from '../domain/decide-sign.ts'
import { acting } from './changing.ts'
import { changeable, entitlementOf } from './may.ts'
import type { Of, Parts } from './parts.ts'
import { presentDetail } from './present.ts'
import { save } from './save.ts'

/** By what the person confirmed that it is they who sign this text now; nothing else will do (AG21). */
const mustBeConfirmed = ({ tokenKeys }: Parts, { subject, now }: CallContext, textHash: string, confirmation: string) => {
  const { personId, institutionId } = subject
  const by = confirmedBy(tokenKeys, confirmation, { personId, institutionId, act: 'sign-agreement', boundTo: textHash }, now)
  if (by === undefined) throw refuseInAgreements('confirmation-needed', { field: 'confirmation' })
  return by
}

/** Signs for the caller's institution (AG4, AG5, AG21); the last signature that the rule needs brings the agreement into force (AG8). */
export const signAgreement: Of<'signAgreement'> =
  (parts) =>
  (ctx, { agreementId, textHash, confirmation }) =>
    asSubject(parts.db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'signAgreement', async () => {
        const agreement = await changeable(trx, agreementId, ctx.subject, 'agreement.sign')
        const how = { method: 'recorded', confirmedBy: mustBeConfirmed(parts, ctx, textHash, confirmation) } as const
        const signing = { ...acting(ctx), textHash, entitlement: entitlementOf(agreement, ctx.subject), how }
        return presentDetail(await save(trx, agreement, decideSign(agreement, signing), ctx.subject), ctx.subject)
      }),
    )
