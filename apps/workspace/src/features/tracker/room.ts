import type { Room } from '../../app/room.ts'

export const trackerRoom: Room = {
  id: 'tracker',
  path: '/tracker',
  roles: ['coordinator', 'head', 'city-official'],
}
