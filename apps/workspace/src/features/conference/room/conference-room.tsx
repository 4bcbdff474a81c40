import type { ConferenceDetail } from '@mreza/contracts-conferences'
import { WorkColumns } from '@mreza/ui'
import { useSearch } from '@tanstack/react-router'
import { useNarrow } from '../../../app/layout/use-narrow.ts'
import { Agenda } from './agenda.tsx'
import { Centre } from './centre.tsx'
import { ConferenceBar } from './conference-bar.tsx'
import { RoomContext } from './room-context.ts'
import { useInRoom } from './use-in-room.ts'
import { Wall } from './wall.tsx'
import { WhoIsHere } from './who-is-here.tsx'

/** The room: the agenda, what is decided, who is here. On a phone the people come first, for attendance is taken there. */
export const ConferenceRoom = ({ conference }: { conference: ConferenceDetail }) => {
  const room = useInRoom(conference)
  const wall = useSearch({ from: '/rooms/cases/conferences/$conferenceId', select: (search) => search.wall === 1 })
  const narrow = useNarrow()
  return (
    <RoomContext value={room}>
      <ConferenceBar />
      <WorkColumns kind="conference">
        {narrow && <WhoIsHere />}
        <Agenda />
        <Centre />
        {!narrow && <WhoIsHere />}
      </WorkColumns>
      {wall && <Wall />}
    </RoomContext>
  )
}
