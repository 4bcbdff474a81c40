import { canInPlan, type EnteredPlan } from '@mreza/contracts-plans'
import { asSubject, type Db } from '@mreza/db'
import { planDocumentVersion } from '@mreza/plan-document'
import type { CallContext } from '@mreza/rpc'
import { loadUpgradedRoom } from '../live/upgrade-room.ts'
import { openRooms } from '../store/plans.ts'
import type { PlansTables } from '../store/tables.ts'
import { mustSpeak, ticketFor } from './issue-ticket.ts'
import { openedPlan } from './open-plan.ts'
import type { Of, Parts } from './parts.ts'

/** The plan and its tickets; or, where rooms are of an older version or were only just made, these rooms, and nothing else is done. */
const tryToEnter = ({ db }: Pick<Parts, 'db'>, ctx: CallContext, caseId: EnteredPlan['plan']['caseId']) =>
  asSubject(db.runtime, ctx.databaseKey, async (trx): Promise<EnteredPlan | { readonly behind: readonly string[] }> => {
    const { plan, resourceOf } = await openedPlan(trx, ctx, caseId)
    const rooms = (await openRooms(trx, plan.planId)).filter(({ room }) => canInPlan(ctx.subject, 'plan.read', resourceOf(room)))
    const behind = rooms.filter(({ document_version }) => document_version < planDocumentVersion)
    if (behind.length > 0) return { behind: behind.map(({ id }) => id) }
    const tickets: EnteredPlan['tickets'] = []
    for (const room of rooms) tickets.push({ room: room.room, ticket: await ticketFor(trx, db.worker, ctx, room) })
    return { plan, tickets }
  })

const upgradeRooms = async (worker: Db<PlansTables>, rooms: readonly string[], now: Date): Promise<void> => {
  for (const room of rooms) await loadUpgradedRoom(worker, room, now)
}

/** Opens the plan of a case and issues a ticket for each room that is open to the one who comes in, so that nobody waits twice (PL1, PL4, PL10). */
export const enterPlan: Of<'enterPlan'> =
  ({ db }) =>
  async (ctx, { caseId, schemaVersion }) => {
    mustSpeak(schemaVersion)
    for (;;) {
      const entered = await tryToEnter({ db }, ctx, caseId)
      if ('plan' in entered) return entered
      await upgradeRooms(db.worker, entered.behind, ctx.now)
    }
  }
