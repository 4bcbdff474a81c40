import { decideRevokeWithdrawal } from '../domain/decide-keep.ts'
import { acting, changing } from './changing.ts'

/** Takes the notice back while it runs (AG26). */
export const revokeWithdrawal = changing('revokeWithdrawal', 'agreement.answer-for-party', (agreement, _doing, _input, ctx) =>
  decideRevokeWithdrawal(agreement, acting(ctx)),
)
