import { record } from '@mreza/audit'
import { canInPlan, type LiveTicket, refuseInPlans } from '@mreza/contracts-plans'
import { asSubject, type Db, type Trx } from '@mreza/db'
import { planDocumentVersion } from '@mreza/plan-document'
import type { CallContext } from '@mreza/rpc'
import type { Selectable } from 'kysely'
import { newTicket, sealKey, ticketHash } from '../live/ticket.ts'
import { loadUpgradedRoom } from '../live/upgrade-room.ts'
import { insertTicket, isOwnNumber, issueNumber } from '../store/issue-ticket.ts'
import { roomResources } from '../store/narrowed-rights.ts'
import { openRooms } from '../store/plans.ts'
import type { PlansTables, RoomTable } from '../store/tables.ts'
import type { Of } from './parts.ts'

const ticketLifeMs = 30_000

/** The number to write under: the returning writer's own, or a new one. Only a new entry is a look to be recorded (rule D8). */
const numberFor = async (
  trx: Trx<PlansTables>,
  ctx: CallContext,
  room: Selectable<RoomTable>,
  previous: number | undefined,
): Promise<number> => {
  const { personId, institutionId } = ctx.subject
  if (previous !== undefined) {
    if (!(await isOwnNumber(trx, room.id, previous, personId))) throw refuseInPlans('writer-number-not-yours')
    return previous
  }
  const clientId = await issueNumber(trx, room, { person_id: personId, institution_id: institutionId, issued_at: ctx.now.toISOString() })
  const refs = { planId: room.plan_id, room: room.room }
  await record(trx, { chain: room.case_id, action: 'enter-plan-room', actor: { personId, institutionId }, refs })
  return clientId
}

/** Refuses who speaks another version of the document (PL10). @throws plan-document-outdated */
export const mustSpeak = (schemaVersion: number): void => {
  if (schemaVersion !== planDocumentVersion) throw refuseInPlans('plan-document-outdated')
}

/** A ticket for a room that its holder may read, stored under its hash (PL4). `previousClientId` is the number of a returning writer (PL5). */
export const ticketFor = async (
  trx: Trx<PlansTables>,
  worker: Db<PlansTables>,
  ctx: CallContext,
  room: Selectable<RoomTable>,
  previousClientId?: number,
): Promise<LiveTicket> => {
  const ticket = newTicket()
  const expiresAt = new Date(ctx.now.getTime() + ticketLifeMs).toISOString()
  // Before the ticket is there, for it names the epoch that its holder will meet.
  const upgradable = room.document_version < planDocumentVersion
  const { epoch } = upgradable ? await loadUpgradedRoom(worker, room.id, ctx.now) : room
  const clientId = await numberFor(trx, ctx, room, previousClientId)
  await insertTicket(trx, room, {
    hash: ticketHash(ticket),
    client_id: clientId,
    person_id: ctx.subject.personId,
    sealed_key: sealKey(ticket, ctx.databaseKey),
    schema_version: planDocumentVersion,
    expires_at: expiresAt,
  })
  return { ticket, clientId, path: `/live/${room.plan_id}/${room.room}`, expiresAt, epoch }
}

/** Issues a ticket for a room that is open to the one who asks; any other room does not exist (PL4, PL5, PL10). */
export const issueTicket: Of<'issueTicket'> =
  ({ db }) =>
  async (ctx, { planId, room: name, schemaVersion, previousClientId }) => {
    mustSpeak(schemaVersion)
    return asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const room = (await openRooms(trx, planId)).find((candidate) => candidate.room === name)
      if (room === undefined) throw refuseInPlans('not-found')
      const resourceOf = await roomResources(trx, room.case_id, ctx.subject.institutionId)
      if (!canInPlan(ctx.subject, 'plan.read', resourceOf(name))) throw refuseInPlans('not-found')
      return ticketFor(trx, db.worker, ctx, room, previousClientId)
    })
  }
