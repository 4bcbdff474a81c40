import type { Bus } from '@mreza/bus'
import { type LiveLimits, LiveServer } from '@mreza/collab'
import { liveSubprotocol, type PlanTemplate } from '@mreza/contracts-plans'
import type { Pools } from '@mreza/db'
import { describeError, type Log } from '@mreza/service'
import { moveRoomsOn, projectRoom, roomsToProject } from '../projection/project-room.ts'
import { Projector } from '../projection/projector.ts'
import { roomLog } from '../store/room-log.ts'
import { dropOldTickets } from '../store/spend-ticket.ts'
import type { PlansTables } from '../store/tables.ts'
import { compactRoom, roomsToCompact } from './compact-room.ts'
import { doorkeeper } from './doorkeeper.ts'
import type { LiveWho } from './live-who.ts'
import { lookAgainSignal } from './look-again.ts'
import { liveRights } from './rights.ts'
import { openRoomLine } from './room-line.ts'
import { loadUpgradedRoom } from './upgrade-room.ts'

interface LiveOptions {
  readonly db: Pools<PlansTables>
  readonly bus: Bus
  readonly log: Log
  readonly now: () => Date
  readonly publicOrigin: string
  readonly templates: ReadonlyMap<string, PlanTemplate>
  readonly limits?: Partial<LiveLimits>
}

/** The live side of plans. */
export interface Live {
  readonly server: LiveServer<LiveWho>
  /** Asks for the rights of all open connections on every instance. */
  lookAgain(): void
  /** Takes deleted words out of a room's log and snapshot now (PL12); false when it cannot be played. A large room is played beside the work. */
  compactNow(room: string): Promise<boolean>
  stop(): Promise<void>
}

const quietForSweepMs = 2_000
const housekeepingMs = 60_000
/** A deleted word leaves the log after this at the latest, well within the day that PL12 allows. */
const oldestLogMs = 60 * 60_000
const longestLog = 500

/** Starts sockets, projection and housekeeping. */
export const startLive = ({ db, bus, log, now, publicOrigin, templates, limits }: LiveOptions): Live => {
  const line = openRoomLine(bus)
  const projecting = { worker: db.worker, templates, last: new Map() }
  const projector = new Projector({
    moveOn: (rooms) => moveRoomsOn(projecting, rooms, now(), (room) => server.peek(room)),
    project: (room) => projectRoom(projecting, room, now(), server.peek(room)),
    behind: () => roomsToProject(db.worker, new Date(now().getTime() - quietForSweepMs)),
    log,
  })
  const server = new LiveServer<LiveWho>({
    doorkeeper: doorkeeper({ worker: db.worker, publicOrigin, now }),
    rights: liveRights(db.worker),
    store: roomLog(db.worker, (room) => loadUpgradedRoom(db.worker, room, now()), now),
    fanout: line,
    log,
    subprotocol: liveSubprotocol,
    ...(limits === undefined ? {} : { limits }),
    grown: (room) => projector.grown(room),
  })
  const heard = bus.onSignal(lookAgainSignal, () => void server.recheck())
  const housekeeping = setInterval(() => void keepHouse(), housekeepingMs).unref()

  const compactNow = (room: string) => compactRoom(db.worker, room, now(), (updates) => server.replay(updates))
  const keepHouse = async (): Promise<void> => {
    try {
      await dropOldTickets(db.worker, now())
      const before = new Date(now().getTime() - oldestLogMs)
      for (const room of await roomsToCompact(db.worker, before, longestLog))
        if (!(await compactNow(room))) log.error('a room cannot be compacted', { room })
    } catch (cause) {
      log.error('the housekeeping of plans failed', describeError(cause))
    }
  }

  return {
    server,
    compactNow,
    lookAgain: () => bus.signal(lookAgainSignal),
    stop: async () => {
      clearInterval(housekeeping)
      await heard.stop()
      await server.stop()
      await line.stop()
      await projector.stop()
    },
  }
}
