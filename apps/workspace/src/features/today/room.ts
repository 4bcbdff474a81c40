import type { Room } from '../../app/room.ts'

export const todayRoom: Room = {
  id: 'today',
  path: '/today',
  roles: ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer'],
}
