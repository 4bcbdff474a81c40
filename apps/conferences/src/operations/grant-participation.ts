import { emit } from '@mreza/bus'
import { participationGranted, refuseInConferences } from '@mreza/contracts-conferences'
import { asSubject, json, newId } from '@mreza/db'
import { participationFrom } from '../store/cases.ts'
import { findInstitutions, worksFor } from '../store/read-models.ts'
import { audit } from './announce.ts'
import { caseFacts } from './case-facts.ts'
import { changeableCase } from './may-case.ts'
import type { Of } from './parts.ts'

/** Lets an institution or one person of it take part, with sections and a basis (CF13, CF16). */
export const grantParticipation: Of<'grantParticipation'> =
  ({ db }) =>
  (ctx, { caseId, institutionId, personId, sections, basis, until }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const at = ctx.now.toISOString()
      const { row } = await changeableCase(trx, caseId, ctx.subject, at, 'case.change-participation')
      if ((await findInstitutions(trx, [institutionId])).length === 0) throw refuseInConferences('not-found', { field: 'institutionId' })
      if (personId !== null && !(await worksFor(trx, personId, institutionId)))
        throw refuseInConferences('invited-person-not-of-institution', { field: 'personId' })
      const who = { case_id: caseId, institution_id: institutionId, person_id: personId, sections: [...new Set(sections)] }
      const values = { ...who, id: newId(), basis: json(basis) as never, from_at: at, until_at: until }
      const granted = await trx.insertInto('participation').values(values).returningAll().executeTakeFirstOrThrow()
      const audience = personId === null ? { institutionIds: [institutionId] } : { personIds: [personId] }
      await emit(trx, participationGranted, {
        ...caseFacts(row, ctx.subject, at),
        audience,
        participationId: granted.id,
        institutionId,
        personId,
        sections,
      })
      await audit(trx, ctx.subject, {
        chain: caseId,
        action: 'grant-participation',
        purpose: basis.kind,
        refs: { caseId, institutionId, participationId: granted.id },
      })
      return participationFrom(granted)
    })
