import { decideTermination } from '../domain/decide-keep.ts'
import { changing } from './changing.ts'

/** Ends it on a decision of its parties (AG30). */
export const terminateAgreement = changing('terminateAgreement', 'agreement.keep', (agreement, doing, { reason, decision }) =>
  decideTermination(agreement, { ...doing, reason, decision }),
)
