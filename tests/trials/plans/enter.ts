import type { PlanId } from '@mreza/contracts-kernel'
import type { LiveTicket, PlanRoom } from '@mreza/contracts-plans'
import { planDocumentVersion } from '@mreza/plan-document'
import { ticketRequest } from '../../../apps/plans/src/raw-socket-for-tests.ts'
import type { Member } from '../../../apps/plans/src/service-for-tests.ts'
import { HandClient } from './hand-client.ts'

/** Which room somebody wants to enter. */
export interface Entrance {
  readonly planId: PlanId
  readonly room: PlanRoom
}

/** A ticket for a room, as the page asks for it. */
export const ticketFor = (member: Member, { planId, room }: Entrance): Promise<LiveTicket> =>
  member.calls.issueTicket({ planId, room, schemaVersion: planDocumentVersion })

/** Enters a room and has its document. */
export const enter = async (address: string, member: Member, entrance: Entrance): Promise<HandClient> => {
  const ticket = await ticketFor(member, entrance)
  const client = new HandClient(address, ticket.clientId, ticketRequest(ticket))
  await client.join()
  return client
}
