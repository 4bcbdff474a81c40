import { decideRejectWetInk } from '../domain/decide-sign.ts'
import { changing } from './changing.ts'

/** A second person did not find on the page what was recorded (AG23). */
export const rejectWetInk = changing('rejectWetInk', 'agreement.confirm-wet-ink', (agreement, { by, at }, { wetInkId, reason }) =>
  decideRejectWetInk(agreement, wetInkId, by, reason, at),
)
