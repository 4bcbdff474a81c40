import { record } from '@mreza/audit'
import { canInAgreements, refuseInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import { deputyById, endDeputyAt } from '../store/deputies.ts'
import type { Of } from './parts.ts'

/** Ends what a deputy may do, now; what they signed stays (AG22). */
export const endDeputy: Of<'endDeputy'> =
  ({ db }) =>
  (ctx, { deputyId }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'endDeputy', async () => {
        const row = await deputyById(trx, deputyId)
        if (row === undefined) throw refuseInAgreements('not-found', { field: 'deputyId' })
        const { institution_id: institutionId, network_id: networkId } = row
        if (!canInAgreements(ctx.subject, 'deputy.record', { institutionId, networkId })) throw refuseInAgreements('not-allowed')
        if (await endDeputyAt(trx, deputyId, ctx.now.toISOString())) {
          const actor = { personId: ctx.subject.personId, institutionId: ctx.subject.institutionId }
          await record(trx, { chain: `institution:${institutionId}`, action: 'end-deputy', actor, refs: { deputyId, institutionId } })
        }
        return { done: true as const }
      }),
    )
