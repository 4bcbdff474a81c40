import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'

/** After a change of a version: asks again for it and for the list, and waits until they are here. */
export const useVersionChange = () => {
  const { plans } = useApi()
  const queryClient = useQueryClient()
  return async (): Promise<void> => {
    await Promise.all([
      queryClient.invalidateQueries(plans.readVersion.queryFilter()),
      queryClient.invalidateQueries(plans.listVersions.queryFilter()),
    ])
  }
}
