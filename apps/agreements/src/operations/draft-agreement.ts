import { canInAgreements, refuseInAgreements } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import type { Agreement } from '../domain/agreement.ts'
import { partiesFrom } from '../domain/parties.ts'
import { knownInstitutions } from '../store/institutions.ts'
import { insertDraft } from '../store/save-agreement.ts'
import { auditDeed } from './announce.ts'
import { newDraft } from './new-draft.ts'
import type { Of } from './parts.ts'
import { presentDetail } from './present.ts'

/** Makes a draft with the text that the template has now (AG1). */
export const draftAgreement: Of<'draftAgreement'> =
  ({ db, library }) =>
  async (ctx, { networkId, templateId, partyIds }) => {
    if (!canInAgreements(ctx.subject, 'agreement.draft', { networkId })) throw refuseInAgreements('not-allowed', { field: 'networkId' })
    const template = library.get(templateId)
    if (template === undefined) throw refuseInAgreements('not-found', { field: 'templateId' })
    return asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'draftAgreement', async () => {
        const parties = partiesFrom(template, networkId, partyIds, await knownInstitutions(trx, partyIds))
        const draft: Agreement = { ...newDraft(template, networkId, ctx.subject, ctx.now), parties }
        await insertDraft(trx, draft, ctx.subject.personId)
        await auditDeed(trx, draft, 'draft-agreement', ctx.subject)
        return presentDetail(draft, ctx.subject)
      }),
    )
  }
