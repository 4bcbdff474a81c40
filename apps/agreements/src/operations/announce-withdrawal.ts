import { decideWithdrawal } from '../domain/decide-keep.ts'
import { acting, changing } from './changing.ts'

/** Gives notice for the caller's institution (AG26). */
export const announceWithdrawal = changing('announceWithdrawal', 'agreement.answer-for-party', (agreement, _, { reason }, ctx) =>
  decideWithdrawal(agreement, acting(ctx), reason),
)
