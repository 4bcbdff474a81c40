import type { ConferenceId } from '@mreza/contracts-kernel'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'

/** Accepts or declines for one's institution (CF19). What the answer opens or changes is asked for again. */
export const useAnswer = (conferenceId: ConferenceId) => {
  const { conferences } = useApi()
  const queryClient = useQueryClient()
  const onSuccess = () => queryClient.invalidateQueries(conferences.pathFilter())
  const accept = useMutation(conferences.acceptInvitation.mutationOptions({ onSuccess }))
  const decline = useMutation(conferences.declineInvitation.mutationOptions({ onSuccess }))
  return { accept, decline, conferenceId }
}
