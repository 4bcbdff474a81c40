import { emit } from '@mreza/bus'
import { civilDateOf } from '@mreza/calendar'
import { refuseInConferences, taskAssigned } from '@mreza/contracts-conferences'
import type { Instant, InstitutionId } from '@mreza/contracts-kernel'
import { asSubject, newId } from '@mreza/db'
import { once } from '@mreza/rpc'
import { inForce } from '../domain/access.ts'
import type { LoadedCase } from '../store/cases.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { worksFor } from '../store/read-models.ts'
import { audit } from './announce.ts'
import { caseFacts } from './case-facts.ts'
import { conferenceUnderWay } from './conference-under-way.ts'
import type { Of } from './parts.ts'
import { presentConference } from './present-conference.ts'

/** Whether anybody of the institution takes part in the case now. */
const takesPart = ({ participations }: LoadedCase, institutionId: InstitutionId, now: Instant): boolean =>
  participations.some((one) => one.institutionId === institutionId && inForce(one, now))

const mustExist = async (trx: ConferencesTrx, conferenceId: string, number: number): Promise<void> => {
  const found = await trx
    .selectFrom('decision')
    .select('number')
    .where('conference_id', '=', conferenceId as never)
    .where('number', '=', number)
    .executeTakeFirst()
  if (found === undefined) throw refuseInConferences('not-found', { field: 'decisionNumber' })
}

/** Turns a decision into a task of an institution that takes part (CF23). */
export const makeTask: Of<'makeTask'> =
  ({ db }) =>
  (ctx, { conferenceId, decisionNumber, institutionId, personId, what, dueOn }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { subject } = ctx
      const at = ctx.now.toISOString()
      await once(trx, ctx, 'makeTask', async () => {
        const { loaded } = await conferenceUnderWay(trx, conferenceId, subject, ctx.now)
        const { row } = loaded
        await mustExist(trx, conferenceId, decisionNumber)
        if (!takesPart(loaded, institutionId, at)) throw refuseInConferences('task-institution-takes-no-part', { field: 'institutionId' })
        if (personId !== null && !(await worksFor(trx, personId, institutionId)))
          throw refuseInConferences('invited-person-not-of-institution', { field: 'personId' })
        if (dueOn < civilDateOf(at)) throw refuseInConferences('due-in-the-past', { field: 'dueOn' })
        const taskId = newId<'TaskId'>()
        const of = {
          case_id: row.id,
          id: taskId,
          conference_id: conferenceId,
          decision_number: decisionNumber,
          case_code: row.code,
          network_id: row.network_id,
        }
        await trx
          .insertInto('task')
          .values({ ...of, institution_id: institutionId, person_id: personId, what, due_on: dueOn })
          .execute()
        const audience = { institutionIds: [institutionId], personIds: personId === null ? [] : [personId] }
        await emit(trx, taskAssigned, { ...caseFacts(row, subject, at), audience, conferenceId, taskId, institutionId, dueOn })
        await audit(trx, subject, { chain: row.id, action: 'make-task', refs: { conferenceId, taskId, institutionId } })
        return taskId
      })
      return presentConference(trx, conferenceId, subject, ctx.now)
    })
