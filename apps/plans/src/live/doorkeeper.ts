import type { IncomingMessage } from 'node:http'
import type { Admission, Doorkeeper, Turned } from '@mreza/collab'
import { closeCodes, liveSubprotocol, PlanRoom } from '@mreza/contracts-plans'
import type { Db } from '@mreza/db'
import { planDocumentVersion, rootsOfRoom } from '@mreza/plan-document'
import { type SpentTicket, spendTicket } from '../store/spend-ticket.ts'
import type { PlansTables } from '../store/tables.ts'
import type { LiveWho } from './live-who.ts'
import { rightOf, standings } from './rights.ts'
import { openKey, ticketHash } from './ticket.ts'

interface DoorkeeperOptions {
  readonly worker: Db<PlansTables>
  readonly publicOrigin: string
  readonly now: () => Date
}

const livePath = /^\/live\/([0-9a-f-]{36})\/([a-z]+)$/
const ticketWord = /^ticket\.([\w-]{43})$/

const placeOf = (url: string | undefined) => {
  const [, planId, name] = livePath.exec(url ?? '') ?? []
  const room = PlanRoom.safeParse(name)
  return planId === undefined || !room.success ? null : { planId, room: room.data }
}

const ticketOf = (request: IncomingMessage): string | null => {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((word) => word.trim())
  const tickets = offered.flatMap((word) => ticketWord.exec(word)?.[1] ?? [])
  return offered.includes(liveSubprotocol) && tickets.length === 1 ? (tickets[0] ?? null) : null
}

/** Lets in who comes from our origin with an unused ticket for this very room and may still read it (PL4). */
export const doorkeeper = ({ worker, publicOrigin, now }: DoorkeeperOptions): Doorkeeper<LiveWho> => {
  const seat = async (ticket: string, used: SpentTicket): Promise<Admission<LiveWho> | Turned> => {
    const databaseKey = openKey(ticket, used.sealed_key)
    const [standing = null] = await standings(worker, [{ databaseKey, caseId: used.case_id }])
    const right = rightOf(standing, used.room)
    if (standing === null || right === 'none') return { status: 403 }
    const { personId, institutionId, sector } = standing.subject
    return {
      room: used.room_id,
      shape: rootsOfRoom(used.room),
      clientId: used.client_id,
      person: personId,
      right,
      presence: { personId, institutionId, sector },
      who: { databaseKey, caseId: used.case_id, room: used.room, clientId: used.client_id, lease: used.lease },
    }
  }
  return {
    admit: async (request) => {
      if (request.headers.origin !== publicOrigin) return { status: 403 }
      const place = placeOf(request.url)
      if (place === null) return { status: 404 }
      const ticket = ticketOf(request)
      if (ticket === null) return { status: 401 }
      const used = await spendTicket(worker, ticketHash(ticket), now())
      if (used === undefined || used.plan_id !== place.planId || used.room !== place.room) return { status: 401 }
      if (used.schema_version !== planDocumentVersion) return { close: closeCodes.schemaVersion }
      return seat(ticket, used)
    },
  }
}
