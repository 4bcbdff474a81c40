import { decideSuspend } from '../domain/decide-keep.ts'
import { changing } from './changing.ts'

/** Suspends it on a decision: it drives no new case (AG29). */
export const suspendAgreement = changing('suspendAgreement', 'agreement.keep', (agreement, doing, { reason, decision }) =>
  decideSuspend(agreement, { ...doing, reason, decision }),
)
