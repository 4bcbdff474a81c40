import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'
import type { Room } from '../../app/room.ts'

/** How many notifications are unread; the live stream keeps it true. */
const useUnread = (): number | undefined => useQuery(useApi().notifications.countUnread.queryOptions({})).data?.unread

export const inboxRoom: Room = {
  id: 'inbox',
  path: '/inbox',
  roles: ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer', 'auditor', 'administrator'],
  useCount: useUnread,
}
