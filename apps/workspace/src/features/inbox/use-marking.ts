import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'

/** Marks notifications as read; the inbox and its count follow. */
export const useMarking = () => {
  const api = useApi()
  const queryClient = useQueryClient()
  const onSuccess = () => queryClient.invalidateQueries(api.notifications.pathFilter())
  return {
    markRead: useMutation(api.notifications.markRead.mutationOptions({ onSuccess })),
    markAllRead: useMutation(api.notifications.markAllRead.mutationOptions({ onSuccess })),
  }
}
