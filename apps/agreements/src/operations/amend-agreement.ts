import { emit } from '@mreza/bus'
import { agreementAmendmentDrafted, refuseInAgreements, type Template } from '@mreza/contracts-agreements'
import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import type { Agreement } from '../domain/agreement.ts'
import { mustBeAmendable } from '../domain/decide-keep.ts'
import { insertDraft, insertStep } from '../store/save-agreement.ts'
import { auditDeed } from './announce.ts'
import { everyoneConcerned } from './audiences.ts'
import { changeable } from './may.ts'
import { newDraft } from './new-draft.ts'
import type { Of } from './parts.ts'
import { presentDetail } from './present.ts'

/** The parties of the next version: those that are bound or may still sign, to be asked anew. */
const partiesOf = ({ parties }: Agreement): Agreement['parties'] =>
  parties
    .filter(({ standing }) => standing.state !== 'withdrawn')
    .map((party) => ({ ...party, round: 1, council: { state: 'not-needed' }, invitedAt: null, wetInk: null, standing: { state: 'named' } }))

/** Drafts the next version of one in force, between the same parties; nothing changes until it comes into force (AG27). */
export const amendAgreement: Of<'amendAgreement'> =
  ({ db, library }) =>
  (ctx, { agreementId, reason, text }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'amendAgreement', async () => {
        const present = await changeable(trx, agreementId, ctx.subject, 'agreement.keep')
        mustBeAmendable(present)
        const content: Template | undefined = text === 'as-in-force' ? present.content : library.get(present.templateId)
        if (content === undefined) throw refuseInAgreements('not-found', { field: 'text' })
        const draft: Agreement = {
          ...newDraft(content, present.networkId, ctx.subject, ctx.now),
          amends: present.id,
          parties: partiesOf(present),
        }
        await insertDraft(trx, draft, ctx.subject.personId)
        const at = ctx.now.toISOString()
        const by = { by: ctx.subject.personId, institutionId: null, decision: null }
        await insertStep(trx, present, { kind: 'amendment-drafted', at, reason, ...by })
        const about = { agreementId: draft.id, networkId: draft.networkId, actorId: ctx.subject.personId, at }
        await emit(trx, agreementAmendmentDrafted, { ...about, audience: everyoneConcerned(present), amends: present.id })
        await auditDeed(trx, present, 'amend-agreement', ctx.subject, { amendmentId: draft.id })
        await auditDeed(trx, draft, 'draft-agreement', ctx.subject, { amends: present.id })
        return presentDetail(draft, ctx.subject)
      }),
    )
