import { canInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { isAsked, partyIdsOf } from '../domain/agreement.ts'
import { deputiesOf } from '../store/deputies.ts'
import { openAgreementsOf } from '../store/load-agreements.ts'
import type { Of } from './parts.ts'
import { presentSummary } from './present.ts'

/** Open agreements that the caller's institution has not signed, declined ones among them (AG7). */
export const listAwaitingMySignature: Of<'listAwaitingMySignature'> =
  ({ db }) =>
  (ctx) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { institutionId } = ctx.subject
      const deputies = await deputiesOf(trx, institutionId)
      const open = await openAgreementsOf(trx, institutionId)
      return open
        .filter((agreement) => canInAgreements(ctx.subject, 'agreement.sign', { partyIds: partyIdsOf(agreement), deputies }))
        .filter((agreement) => agreement.parties.some((party) => party.institutionId === institutionId && isAsked(party)))
        .map((agreement) => presentSummary(agreement, ctx.subject))
    })
