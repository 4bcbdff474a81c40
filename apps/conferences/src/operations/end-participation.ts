import { emit } from '@mreza/bus'
import { participationEnded, refuseInConferences } from '@mreza/contracts-conferences'
import { asSubject } from '@mreza/db'
import { audit } from './announce.ts'
import { caseFacts } from './case-facts.ts'
import { changeableCase } from './may-case.ts'
import type { Of } from './parts.ts'

/** Ends a participation now; what is open under it closes (CF15, CF16). Ending what has ended changes nothing. */
export const endParticipation: Of<'endParticipation'> =
  ({ db }) =>
  (ctx, { caseId, participationId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const at = ctx.now.toISOString()
      const { row, participations } = await changeableCase(trx, caseId, ctx.subject, at, 'case.change-participation')
      const found = participations.find(({ id }) => id === participationId)
      if (found === undefined) throw refuseInConferences('not-found', { field: 'participationId' })
      if (found.endedAt !== null) return found
      // Everything else first: ending one's own participation closes the case to the one who does it.
      const { institutionId, personId, sections } = found
      const audience = personId === null ? { institutionIds: [institutionId] } : { personIds: [personId] }
      await emit(trx, participationEnded, {
        ...caseFacts(row, ctx.subject, at),
        audience,
        participationId,
        institutionId,
        personId,
        sections,
      })
      await audit(trx, ctx.subject, { chain: caseId, action: 'end-participation', refs: { caseId, institutionId, participationId } })
      await trx.updateTable('participation').set({ ended_at: at }).where('case_id', '=', caseId).where('id', '=', participationId).execute()
      return { ...found, endedAt: at }
    })
