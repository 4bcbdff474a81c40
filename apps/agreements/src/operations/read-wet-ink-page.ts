import { createHash } from 'node:crypto'
import { canInAgreements, refuseInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { partyIdsOf } from '../domain/agreement.ts'
import { fileEndingOf } from '../domain/scanned-page.ts'
import { pageOf } from '../store/pages.ts'
import { readable } from './may.ts'
import type { Of } from './parts.ts'

/** The scanned page as it came, for parties, coordinator and officials (AG11, AG23). */
export const readWetInkPage: Of<'readWetInkPage'> =
  ({ db }) =>
  (ctx, { agreementId, wetInkId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const agreement = await readable(trx, agreementId, ctx.subject)
      const resource = { networkId: agreement.networkId, partyIds: partyIdsOf(agreement) }
      if (!canInAgreements(ctx.subject, 'agreement.read-reasons', resource)) throw refuseInAgreements('not-allowed')
      const found = await pageOf(trx, agreementId, wetInkId)
      if (found === undefined) throw refuseInAgreements('not-found', { field: 'wetInkId' })
      const { page, mediaType } = found
      const sha256 = createHash('sha256').update(page).digest('hex')
      return { fileName: `signature-${wetInkId}.${fileEndingOf(mediaType)}`, mediaType, bytes: page.toString('base64'), sha256 }
    })
