import { decideCouncilStep } from '../domain/decide-sign.ts'
import { acting, changing } from './changing.ts'

/** What the caller's institution must ask, has asked and was answered by its council (AG24). */
export const recordCouncilStep = changing('recordCouncilStep', 'agreement.answer-for-party', (agreement, _, { step }, ctx) =>
  decideCouncilStep(agreement, acting(ctx), step),
)
