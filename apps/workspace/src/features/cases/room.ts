import type { Room } from '../../app/room.ts'

export const casesRoom: Room = {
  id: 'cases',
  path: '/cases',
  roles: ['coordinator', 'practitioner', 'head', 'center-officer'],
}
