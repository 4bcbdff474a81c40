import { emit } from '@mreza/bus'
import { canInConferences, refuseInConferences, taskDone } from '@mreza/contracts-conferences'
import type { ConferenceId, Subject, TaskId } from '@mreza/contracts-kernel'
import { asSubject } from '@mreza/db'
import { loadConference, type TaskRow, taskFrom } from '../store/conferences.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { audit } from './announce.ts'
import type { Of } from './parts.ts'

const openTask = async (trx: ConferencesTrx, id: TaskId, subject: Subject): Promise<TaskRow> => {
  const row = await trx.selectFrom('task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined || !canInConferences(subject, 'task.read', { institutionId: row.institution_id }))
    throw refuseInConferences('not-found')
  if (!canInConferences(subject, 'task.complete', { institutionId: row.institution_id })) throw refuseInConferences('not-allowed')
  if (row.done_at !== null) throw refuseInConferences('task-already-done')
  return row
}

const leaderOf = async (trx: ConferencesTrx, id: ConferenceId) => {
  const conference = await loadConference(trx, id)
  return conference === undefined ? [] : [conference.scheduled_by]
}

/** Marks a task as done with its result; who led the conference is told (CF23). */
export const completeTask: Of<'completeTask'> =
  ({ db }) =>
  (ctx, { taskId, result }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { subject } = ctx
      const at = ctx.now.toISOString()
      const row = await openTask(trx, taskId, subject)
      const done = { done_at: at, done_by: subject.personId, result }
      await trx.updateTable('task').set(done).where('id', '=', taskId).execute()
      const facts = { at, networkId: row.network_id, actorId: subject.personId, caseId: row.case_id, caseCode: row.case_code }
      await emit(trx, taskDone, {
        ...facts,
        audience: { personIds: await leaderOf(trx, row.conference_id) },
        taskId,
        institutionId: row.institution_id,
      })
      await audit(trx, subject, { chain: row.case_id, action: 'complete-task', refs: { taskId } })
      return taskFrom({ ...row, ...done })
    })
