import { asSubject } from '@mreza/db'
import { lookIntoVault } from '../vault/look.ts'
import { openIdentity } from '../vault/open-identity.ts'
import { audit, chainOf } from './announce.ts'
import { readableReferral } from './may-referral.ts'
import type { Of } from './parts.ts'
import { vaultOf } from './vault-of.ts'

/** Opens who a referral is about, for its two institutions until it is a case (CF4, CF17); audited with purpose and reason. */
export const revealReferralIdentity: Of<'revealReferralIdentity'> =
  (parts) =>
  async (ctx, { referralId, purpose, reason }) => {
    const { row } = await asSubject(parts.db.runtime, ctx.databaseKey, (trx) => readableReferral(trx, referralId, ctx.subject))
    return lookIntoVault(vaultOf(parts), ctx.databaseKey, async (trx) => {
      const identity = await openIdentity(trx, parts.keys.masterKey, row.beneficiary_id)
      await audit(trx, ctx.subject, { chain: chainOf(row), action: 'reveal-identity', purpose, refs: { referralId, reason } })
      return identity
    })
  }
