import { decideOrder } from '../domain/decide.ts'
import { changing } from './changing.ts'

/** The order in which the parties are asked (AG20). */
export const setSigningOrder = changing('setSigningOrder', 'agreement.draft', (agreement, { at }, { rounds }) =>
  decideOrder(agreement, rounds, at),
)
