import { decideReview } from '../domain/decide-keep.ts'
import { changing } from './changing.ts'

/** Begins a review; the agreement stays in force (AG28). */
export const beginReview = changing('beginReview', 'agreement.keep', (agreement, doing, { reason }) =>
  decideReview(agreement, { ...doing, reason }),
)
