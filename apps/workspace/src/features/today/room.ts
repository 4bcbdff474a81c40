import { useMe } from '../../api/session.ts'
import type { Room } from '../../app/room.ts'
import { howMany } from './todays-duties.ts'
import { useDuties } from './use-duties.ts'

const useTodayCount = (): number | undefined => {
  const { duties } = useDuties()
  const { subject } = useMe()
  return duties === undefined ? undefined : howMany(duties, subject.personId)
}

export const todayRoom: Room = {
  id: 'today',
  path: '/today',
  roles: ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer'],
  useCount: useTodayCount,
}
