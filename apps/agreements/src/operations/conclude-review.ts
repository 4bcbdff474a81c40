import { decideReviewed } from '../domain/decide-keep.ts'
import { changing } from './changing.ts'

/** Concludes a review; the next one is counted from now (AG28). */
export const concludeReview = changing('concludeReview', 'agreement.keep', (agreement, doing, { reason, outcome }) =>
  decideReviewed(agreement, { ...doing, reason, outcome }),
)
