import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'

/** After a change: asks again for the agreement and for every list and figure that may show it, and waits until they are here. */
export const useAgreementChange = () => {
  const api = useApi()
  const queryClient = useQueryClient()
  return async (): Promise<void> => {
    await Promise.all([
      queryClient.invalidateQueries(api.agreements.pathFilter()),
      queryClient.invalidateQueries(api.monitoring.pathFilter()),
    ])
  }
}
