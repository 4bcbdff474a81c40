import type { Room } from '../../app/room.ts'

export const protocolsRoom: Room = {
  id: 'protocols',
  path: '/protocols',
  roles: ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer'],
}
