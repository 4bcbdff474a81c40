import { useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useRef } from 'react'
import { useApi } from './api-context.tsx'

/**
 * Listens to the inbox for as long as the rooms are open. The first message is the state of now; each later one means that something
 * happened, and what is on the screen is asked for again. Stands once, in the frame.
 */
export const useLiveInbox = (enabled: boolean): void => {
  const api = useApi()
  const queryClient = useQueryClient()
  const knownNewest = useRef<string | null | undefined>(undefined)
  const lookAgain = () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => !JSON.stringify(queryKey[0]).includes('identity') })
  // A stream ends by itself when the session was ended elsewhere: one call says so, and the page is left (ID16).
  const askWhetherSignedIn = () => {
    queryClient.fetchQuery(api.notifications.countUnread.queryOptions({}, { staleTime: 0 })).catch(() => undefined)
  }
  useSubscription(
    api.notifications.watchInbox.subscriptionOptions(
      {},
      {
        enabled,
        onError: askWhetherSignedIn,
        onConnectionStateChange: ({ state, error }) => {
          if (state === 'idle' || error) askWhetherSignedIn()
        },
        onData: ({ unread, newest }) => {
          queryClient.setQueryData(api.notifications.countUnread.queryKey({}), { unread })
          const id = newest?.id ?? null
          if (knownNewest.current !== undefined && knownNewest.current !== id) void lookAgain()
          knownNewest.current = id
        },
      },
    ),
  )
}
