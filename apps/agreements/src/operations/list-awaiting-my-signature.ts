import { canInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { hasSigned, partyIdsOf } from '../domain/agreement.ts'
import { openAgreementsOf } from '../store/load-agreements.ts'
import type { Of } from './parts.ts'
import { presentSummary } from './present.ts'

/** Open agreements that the caller's institution has not signed, declined ones among them (AG7). */
export const listAwaitingMySignature: Of<'listAwaitingMySignature'> =
  ({ db }) =>
  (ctx) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { institutionId } = ctx.subject
      const open = await openAgreementsOf(trx, institutionId)
      return open
        .filter((agreement) =>
          canInAgreements(ctx.subject, 'agreement.sign', { partyIds: partyIdsOf(agreement), deputies: agreement.deputies }),
        )
        .filter((agreement) => !agreement.parties.some((party) => party.institutionId === institutionId && hasSigned(party)))
        .map((agreement) => presentSummary(agreement, ctx.subject))
    })
