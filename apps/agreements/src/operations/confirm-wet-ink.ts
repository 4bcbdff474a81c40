import { decideConfirmWetInk } from '../domain/decide-sign.ts'
import { changing } from './changing.ts'

/** A second person found the signature on the page (AG23); it may bring the agreement into force (AG8). */
export const confirmWetInk = changing('confirmWetInk', 'agreement.confirm-wet-ink', (agreement, { by, at }, { wetInkId }) =>
  decideConfirmWetInk(agreement, wetInkId, by, at),
)
