import type { PlanId } from '@mreza/contracts-kernel'
import type { EnteredPlan, LiveTicket, OpenedPlan, PlanRoom } from '@mreza/contracts-plans'
import { LiveRoom } from './live-room.ts'

/** Gives a ticket for a room of a plan, under the number that one had in it. */
export type TicketFor = (planId: PlanId, room: PlanRoom, previousClientId: number | undefined) => Promise<LiveTicket>

type Rooms = ReadonlyMap<PlanRoom, LiveRoom>

const sameRooms = (a: Rooms, b: Rooms) => a.size === b.size && [...a].every(([name, room]) => b.get(name) === room)

/**
 * The rooms of a plan that are open to this person, joined until they are left. A room stays the same while the right in it does, however often
 * the plan is looked at; the map too.
 */
export class JoinedRooms {
  readonly #office: TicketFor
  readonly #joined = new Set<LiveRoom>()
  #open: Rooms = new Map()

  constructor(office: TicketFor) {
    this.#office = office
  }

  /** Joins what is open by now; `tickets` are those that came with the plan. */
  open(plan: OpenedPlan, tickets: EnteredPlan['tickets'] = []): Rooms {
    const next = new Map(
      plan.rooms.flatMap(({ room, right }) => {
        if (right === 'none') return []
        const before = this.#open.get(room)
        const stays = before?.right === right && before.read().over !== 'revoked'
        // Who may still read here may have back what they could no longer write; a room that is not open any more takes its words along.
        const stranded = stays || right === 'write' ? '' : (before?.unsavedWords() ?? '')
        return [
          [room, stays ? before : new LiveRoom(plan.planId, room, right, this.#officeOf(plan.planId, room, tickets), stranded)] as const,
        ]
      }),
    )
    if (!sameRooms(this.#open, next)) this.#open = next
    for (const room of this.#open.values()) if (!this.#joined.has(room) && this.#joined.add(room)) void room.join()
    return this.#open
  }

  /** Leaves the rooms in whose place others stand, once nothing shows them any more. */
  leaveFormer(): void {
    for (const room of this.#joined) if (this.#open.get(room.room) !== room && this.#joined.delete(room)) room.leave()
  }

  /** Leaves all. */
  leave(): void {
    for (const room of this.#joined) room.leave()
    this.#joined.clear()
    this.#open = new Map()
  }

  /** The ticket that came with the plan for the first line, a new one for each that follows. */
  #officeOf(planId: PlanId, room: PlanRoom, tickets: EnteredPlan['tickets']) {
    let first = tickets.find((each) => each.room === room)?.ticket
    return (previousClientId: number | undefined): Promise<LiveTicket> => {
      const atHand = first
      first = undefined
      return atHand === undefined ? this.#office(planId, room, previousClientId) : Promise.resolve(atHand)
    }
  }
}
