import type { Me } from '@mreza/contracts-identity'
import { type QueryClient, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useApi } from './api-context.tsx'
import type { Api } from './clients.ts'

/** How the session is asked for: once, then only when it may have changed. */
const meOptions = (api: Api) => api.identity.me.queryOptions({}, { staleTime: 5 * 60_000 })

/** Who is signed in, for guards of routes; `null` when nobody is. */
export const readMe = (queryClient: QueryClient, api: Api): Promise<Me | null> => queryClient.ensureQueryData(meOptions(api))

/** Puts the answer of a sign-in in place of the session, and forgets everything that the one before had seen. */
export const useEnter = () => {
  const api = useApi()
  const queryClient = useQueryClient()
  const router = useRouter()
  return async (me: Me, to = '/') => {
    queryClient.clear()
    queryClient.setQueryData(meOptions(api).queryKey, me)
    // First the way, then the new look: pushed later, it would take back what the person has pressed meanwhile.
    router.history.push(to)
    await router.invalidate()
  }
}

/** Who is signed in. Only inside the rooms, where somebody always is. */
export const useMe = (): Me => {
  const { data } = useSuspenseQuery(meOptions(useApi()))
  if (data === null) throw new Error('useMe is used where nobody is signed in')
  return data
}

/** Forgets everything seen and goes to the sign-in page; `ended` says there that the session ran out. */
export const forgetSession = async (queryClient: QueryClient, api: Api, go: () => Promise<void>): Promise<void> => {
  queryClient.clear()
  queryClient.setQueryData(meOptions(api).queryKey, null)
  await go()
}

/** Ends the session here and on the server. What was seen is forgotten even when the server does not answer. */
export const useSignOut = () => {
  const api = useApi()
  const queryClient = useQueryClient()
  const router = useRouter()
  const leave = () => forgetSession(queryClient, api, () => router.navigate({ to: '/sign-in' }))
  return useMutation(api.identity.signOut.mutationOptions({ onSettled: leave }))
}
