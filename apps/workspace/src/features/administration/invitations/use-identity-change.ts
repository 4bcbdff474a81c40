import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'

/** After a change of members or invitations, both lists are asked for again before `then` is called. */
export const useIdentityChange = (then: () => void = () => undefined) => {
  const { identity } = useApi()
  const queryClient = useQueryClient()
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries(identity.listInvitations.pathFilter()),
      queryClient.invalidateQueries(identity.listMembers.pathFilter()),
    ])
    then()
  }
}
