import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'

/** After a change: asks again for everything of the directory that stands on the screen, then closes what was open. */
export const useDirectoryChange = (then?: () => void) => {
  const api = useApi()
  const queryClient = useQueryClient()
  return async (): Promise<void> => {
    await queryClient.invalidateQueries(api.directory.pathFilter())
    then?.()
  }
}
