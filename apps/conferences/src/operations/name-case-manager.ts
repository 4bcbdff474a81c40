import { emit } from '@mreza/bus'
import { caseManagerNamed, refuseInConferences } from '@mreza/contracts-conferences'
import { asSubject } from '@mreza/db'
import { worksFor } from '../store/read-models.ts'
import { loadReferral } from '../store/referrals.ts'
import { audit } from './announce.ts'
import { caseFacts, whoTakesPart } from './case-facts.ts'
import { fulfilSteps } from './fulfil-steps.ts'
import { changeableCase } from './may-case.ts'
import type { Of } from './parts.ts'
import { presentCase } from './present-case.ts'

/** Names the one person who leads the case, of the institution that leads it (CF11). */
export const nameCaseManager: Of<'nameCaseManager'> =
  ({ db }) =>
  (ctx, { caseId, personId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const at = ctx.now.toISOString()
      const loaded = await changeableCase(trx, caseId, ctx.subject, at, 'case.name-manager')
      if (!(await worksFor(trx, personId, loaded.row.lead_institution_id)))
        throw refuseInConferences('case-manager-not-of-lead', { field: 'personId' })
      await trx.updateTable('case_file').set({ case_manager_id: personId }).where('id', '=', caseId).execute()
      const referral = await loadReferral(trx, loaded.row.referral_id)
      if (referral !== undefined)
        await fulfilSteps(trx, loaded.row, 'case-manager-named', { actor: ctx.subject, at, sentAt: referral.row.sent_at })
      await emit(trx, caseManagerNamed, { ...caseFacts(loaded.row, ctx.subject, at), audience: whoTakesPart(loaded, at), personId })
      await audit(trx, ctx.subject, { chain: caseId, action: 'name-case-manager', refs: { caseId, personId } })
      return presentCase(trx, caseId, ctx.subject, ctx.now)
    })
