import type { ConferenceId } from '@mreza/contracts-kernel'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useApi } from '../../api/api-context.tsx'
import { refusalOf } from '../../api/refusal-of.ts'
import { Opened } from '../cases/opened.tsx'
import { InvitationPage } from './invitation/invitation-page.tsx'
import { ConferenceRoom } from './room/conference-room.tsx'

/** How often a room in which people sit looks for what others have recorded. */
const whileUnderWay = 5_000

/** A conference: the room for who takes part in its case, the neutral invitation for who is invited and does not (CF19, CF20). */
export const ConferencePage = () => {
  const conferenceId = useParams({
    from: '/rooms/cases/conferences/$conferenceId',
    select: (params) => params.conferenceId,
  }) as ConferenceId
  const { conferences } = useApi()
  const room = useQuery(
    conferences.readConference.queryOptions(
      { conferenceId },
      { refetchInterval: ({ state }) => (state.data?.state === 'under-way' ? whileUnderWay : false) },
    ),
  )
  const isClosed = room.error !== null && refusalOf(room.error).code === 'not-found'
  const invitation = useQuery(conferences.readInvitation.queryOptions({ conferenceId }, { enabled: isClosed }))
  if (isClosed) return <Opened query={invitation}>{(summary) => <InvitationPage invitation={summary} />}</Opened>
  return <Opened query={room}>{(conference) => <ConferenceRoom key={conference.id} conference={conference} />}</Opened>
}
