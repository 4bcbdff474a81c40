import type { Room } from '../../app/room.ts'

export const directoryRoom: Room = {
  id: 'directory',
  path: '/directory',
  roles: ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer', 'auditor', 'administrator'],
}
