import type { Subject } from '@mreza/contracts-kernel'
import { administrationRoom } from '../features/administration/room.ts'
import { casesRoom } from '../features/cases/room.ts'
import { directoryRoom } from '../features/directory/room.ts'
import { inboxRoom } from '../features/inbox/room.ts'
import { protocolsRoom } from '../features/protocols/room.ts'
import { todayRoom } from '../features/today/room.ts'
import { trackerRoom } from '../features/tracker/room.ts'
import type { Room } from './room.ts'

/** Every room, in the order of the rail. The inbox stands apart, below the line. */
export const rooms: readonly Room[] = [todayRoom, casesRoom, directoryRoom, protocolsRoom, trackerRoom, administrationRoom, inboxRoom]

/** The rooms that this person has. What they may do inside, each context decides. */
export const roomsOf = (subject: Subject): readonly Room[] =>
  rooms.filter((room) => room.roles.some((role) => subject.roles.includes(role)))

/** Where a person begins: with what waits for them; who runs the installation begins there. */
export const firstRoomOf = (subject: Subject): Room => {
  const [first = inboxRoom, ...others] = roomsOf(subject)
  return first === todayRoom ? first : (others.find((room) => room === administrationRoom) ?? first)
}

/** The room in which an address lies. */
export const roomAt = (path: string): Room | undefined => rooms.find((room) => path === room.path || path.startsWith(`${room.path}/`))
