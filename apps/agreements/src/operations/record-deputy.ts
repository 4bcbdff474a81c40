import { record } from '@mreza/audit'
import { civilDateOf } from '@mreza/calendar'
import { canInAgreements, type Deputy, refuseInAgreements } from '@mreza/contracts-agreements'
import { asSubject, newId } from '@mreza/db'
import { once } from '@mreza/rpc'
import { mustBeMade } from '../domain/decide-sign.ts'
import { insertDeputy } from '../store/deputies.ts'
import { knownInstitutions } from '../store/institutions.ts'
import type { Of } from './parts.ts'

/** Records who deputises for the head of an institution, by a decision; nobody does it for themselves (AG22). */
export const recordDeputy: Of<'recordDeputy'> =
  ({ db }) =>
  (ctx, { institutionId, personId, decision, until }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'recordDeputy', async () => {
        const { subject } = ctx
        const institution = (await knownInstitutions(trx, [institutionId])).get(institutionId)
        if (institution === undefined) throw refuseInAgreements('not-found', { field: 'institutionId' })
        if (!canInAgreements(subject, 'deputy.record', { institutionId, networkId: institution.networkId }))
          throw refuseInAgreements('not-allowed')
        if (personId === subject.personId) throw refuseInAgreements('deputy-by-oneself', { field: 'personId' })
        const at = ctx.now.toISOString()
        mustBeMade(decision, at)
        if (until !== null && until < civilDateOf(at)) throw refuseInAgreements('deadline-in-the-past', { field: 'until' })
        const deputy: Deputy = {
          id: newId<'DeputyId'>(),
          institutionId,
          personId,
          decision,
          until,
          recordedAt: at,
          recordedBy: subject.personId,
        }
        await insertDeputy(trx, deputy, institution.networkId)
        const actor = { personId: subject.personId, institutionId: subject.institutionId }
        const refs = { deputyId: deputy.id, institutionId, deputisesId: personId }
        await record(trx, { chain: `institution:${institutionId}`, action: 'record-deputy', actor, refs })
        return deputy
      }),
    )
