import { emit } from '@mreza/bus'
import { canInConferences, identityRevealed, refuseInConferences } from '@mreza/contracts-conferences'
import { asSubject } from '@mreza/db'
import { lookIntoVault } from '../vault/look.ts'
import { openIdentity } from '../vault/open-identity.ts'
import { audit } from './announce.ts'
import { caseFacts } from './case-facts.ts'
import { askedOf, readableCase } from './may-case.ts'
import type { Of } from './parts.ts'
import { vaultOf } from './vault-of.ts'

/** Opens who the beneficiary is: audited with purpose and reason, and told to the institution that leads the case (CF17). */
export const revealIdentity: Of<'revealIdentity'> =
  (parts) =>
  async (ctx, { caseId, purpose, reason }) => {
    const at = ctx.now.toISOString()
    const { subject } = ctx
    const loaded = await asSubject(parts.db.runtime, ctx.databaseKey, (trx) => readableCase(trx, caseId, subject, at))
    if (!canInConferences(subject, 'case.reveal-identity', askedOf(loaded, subject, at))) throw refuseInConferences('not-allowed')
    const { row } = loaded
    return lookIntoVault(vaultOf(parts), ctx.databaseKey, async (trx) => {
      const identity = await openIdentity(trx, parts.keys.masterKey, row.beneficiary_id)
      const audience = { institutionIds: [row.lead_institution_id] }
      await emit(trx, identityRevealed, { ...caseFacts(row, subject, at), audience, institutionId: subject.institutionId })
      await audit(trx, subject, { chain: caseId, action: 'reveal-identity', purpose, refs: { caseId, reason } })
      return identity
    })
  }
