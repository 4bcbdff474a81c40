import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useApi } from '../../../api/api-context.tsx'

const minutes = 60_000
const every = 5 * minutes

/** Typing over a socket is work too: while words are being saved, the session is asked for again now and then, so that it does not go idle. */
export const useStaySignedIn = (savedAt: string | undefined): void => {
  const api = useApi()
  const queryClient = useQueryClient()
  const asked = useRef(Date.now())
  useEffect(() => {
    if (savedAt === undefined || Date.now() - asked.current < every) return
    asked.current = Date.now()
    void queryClient.invalidateQueries(api.identity.me.queryFilter())
  }, [savedAt, api, queryClient])
}
