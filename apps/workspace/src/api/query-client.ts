import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isAway, refusalOf } from './refusal-of.ts'

const mayPass = new Set(['service-unavailable', 'too-many-requests'])
const worthAnother = (tries: number, cause: unknown) => tries < 2 && (isAway(cause) || mayPass.has(refusalOf(cause).code))

/** Makes the cache of answers. It lives in memory only and is emptied when the person leaves (rule D13). */
export const makeQueryClient = (signedOut: () => void): QueryClient => {
  const onError = (cause: unknown) => {
    if (refusalOf(cause).code === 'sign-in-needed') signedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: worthAnother, refetchOnReconnect: 'always' },
      // A change is never sent later behind the person's back: it fails where they stand, and what they typed stays.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
