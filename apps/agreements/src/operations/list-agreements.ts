import { AgreementState, canInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { agreementsOf } from '../store/load-agreements.ts'
import type { Of } from './parts.ts'
import { presentSummary } from './present.ts'

/** Agreements of a network, newest first; of another network there are none to see (rule D6). */
export const listAgreements: Of<'listAgreements'> =
  ({ db }) =>
  async (ctx, { networkId, states }) => {
    if (!canInAgreements(ctx.subject, 'agreement.read', { networkId })) return []
    return asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const found = await agreementsOf(trx, networkId, states ?? AgreementState.options)
      return found.map((agreement) => presentSummary(agreement, ctx.subject))
    })
  }
