import type { ConferenceDetail } from '@mreza/contracts-conferences'
import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'

/** Makes the screens true after a change of a conference: at once with what the service answered, the lists by asking again. */
export const useConferenceChanged = () => {
  const { conferences } = useApi()
  const queryClient = useQueryClient()
  return async (changed: ConferenceDetail): Promise<void> => {
    queryClient.setQueryData(conferences.readConference.queryKey({ conferenceId: changed.id }), changed)
    await Promise.all([
      queryClient.invalidateQueries(conferences.listConferences.pathFilter()),
      queryClient.invalidateQueries(conferences.readToday.pathFilter()),
      queryClient.invalidateQueries(conferences.listMyTasks.pathFilter()),
      queryClient.invalidateQueries(conferences.readCase.queryFilter({ caseId: changed.caseId })),
    ])
  }
}
