import type { RefusalShape } from '@mreza/contracts-kernel'
import { TRPCClientError } from '@trpc/client'

const isRefusal = (value: unknown): value is RefusalShape =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'

const refusalIn = (error: TRPCClientError<never>): RefusalShape | undefined => {
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('refusal' in data)) return undefined
  return isRefusal(data.refusal) ? data.refusal : undefined
}

/** Was there no answer of ours at all: no line, or a gateway that is starting? */
export const isAway = (cause: unknown): boolean =>
  cause instanceof TRPCClientError && refusalIn(cause as TRPCClientError<never>) === undefined

/** What any failed call says to the person: the service's refusal, or that it does not answer. Give it to `RefusalNote`. */
export const refusalOf = (cause: unknown): RefusalShape => {
  if (!(cause instanceof TRPCClientError)) return { code: 'unexpected' }
  return refusalIn(cause as TRPCClientError<never>) ?? { code: 'service-unavailable' }
}

/** The refusal of a query or mutation, or `undefined` while there is none. */
export const refusalIfAny = (error: unknown): RefusalShape | undefined =>
  error === null || error === undefined ? undefined : refusalOf(error)
