import { record } from '@mreza/audit'
import { PlanRoom } from '@mreza/contracts-plans'
import { asSubject } from '@mreza/db'
import { roomStates } from '../store/versions.ts'
import { presentVersion } from '../versions/present-version.ts'
import { readableVersion } from './may-version.ts'
import type { Of } from './parts.ts'

/** The rooms of a version that are open to the one who asks; a look into confidential ones is recorded (rule D8). */
export const readVersion: Of<'readVersion'> =
  ({ db }) =>
  (ctx, { versionId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { plan, openRooms, version } = await readableVersion(trx, versionId, ctx.subject)
      const states = await roomStates(trx, versionId)
      const open = PlanRoom.options.flatMap((room) => states.filter((each) => each.room === room && openRooms.includes(room)))
      const confidential = open.filter(({ room, seq }) => room !== 'core' && seq > 0).map(({ room }) => room)
      if (confidential.length > 0) {
        const { personId, institutionId } = ctx.subject
        const refs = { planId: plan.id, versionId, rooms: confidential.join(' ') }
        await record(trx, { chain: plan.case_id, action: 'read-plan-version', actor: { personId, institutionId }, refs })
      }
      const rooms = open.map(({ room, state, hash, salt }) => ({
        room,
        state: state.toString('base64'),
        hash: hash.toString('hex'),
        salt: salt.toString('hex'),
      }))
      return { version: presentVersion(version), rooms }
    })
