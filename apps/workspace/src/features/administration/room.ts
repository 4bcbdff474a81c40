import type { Room } from '../../app/room.ts'

/** Accounts and the installation: for those whom identity lets invite and end memberships (ID8, ID9). */
export const administrationRoom: Room = { id: 'administration', path: '/administration', roles: ['administrator', 'coordinator'] }
