import { createHash } from 'node:crypto'
import { type PendingWetInk, refuseInAgreements } from '@mreza/contracts-agreements'
import { newId } from '@mreza/db'
import { decideWetInk } from '../domain/decide-sign.ts'
import { isWhatItSays } from '../domain/scanned-page.ts'
import { changing } from './changing.ts'

/** Records a signature on paper from its scanned page; the page is kept as it came and never opened (AG23). */
export const recordWetInk = changing('recordWetInk', 'agreement.record-wet-ink', (agreement, { by, at }, input) => {
  const page = Buffer.from(input.page.bytes, 'base64')
  const { mediaType } = input.page
  if (!isWhatItSays(page, mediaType)) throw refuseInAgreements('page-not-readable', { field: 'page' })
  const { institutionId, signedOn, signerName, signerFunction, decision } = input
  const wetInk: PendingWetInk = {
    id: newId<'WetInkId'>(),
    pageHash: createHash('sha256').update(page).digest('hex'),
    mediaType,
    signedOn,
    signerName,
    signerFunction,
    entitlement: decision === null ? { as: 'head' } : { as: 'deputy', decision },
    recordedBy: by,
    recordedAt: at,
  }
  return decideWetInk(agreement, institutionId, wetInk, page)
})
