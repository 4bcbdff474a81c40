import { decideResume } from '../domain/decide-keep.ts'
import { changing } from './changing.ts'

/** Lets it drive new cases again, on a decision (AG29). */
export const resumeAgreement = changing('resumeAgreement', 'agreement.keep', (agreement, doing, { reason, decision }) =>
  decideResume(agreement, { ...doing, reason, decision }),
)
