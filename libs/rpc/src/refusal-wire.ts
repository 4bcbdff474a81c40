import { type kernelRefusals, type RefusalKind, type RefusalShape, Refused, refuser } from '@mreza/contracts-kernel'
import { TRPCError } from '@trpc/server'

const refuse = refuser({})

/** The HTTP status of each kind of refusal. */
export const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  'sign-in': 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  limit: 429,
  unavailable: 503,
}

const codeOf = {
  invalid: 'BAD_REQUEST',
  'sign-in': 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  missing: 'NOT_FOUND',
  conflict: 'CONFLICT',
  limit: 'TOO_MANY_REQUESTS',
  unavailable: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<RefusalKind, TRPCError['code']>

/** The HTTP status of one refusal. */
export const httpStatusOf = (refused: Refused): number => {
  if (refused.code === 'too-large') return 413
  return refused.code === 'unexpected' ? 500 : statusOf[refused.kind]
}

/** The kind that a status stands for, when a service answers another. */
export const kindOfStatus = (status: number): RefusalKind => {
  const kinds = Object.keys(statusOf) as RefusalKind[]
  return status === 413 ? 'limit' : (kinds.find((kind) => statusOf[kind] === status) ?? 'unavailable')
}

/** What travels of a refusal: its code, field and values. Its cause stays. */
export const shapeOf = (refused: Refused): RefusalShape => ({
  code: refused.code,
  ...(refused.field === undefined ? {} : { field: refused.field }),
  ...(refused.params === undefined ? {} : { params: refused.params }),
})

/** Wraps a refusal as tRPC wants errors. */
export const asTrpcError = (refused: Refused): TRPCError =>
  new TRPCError({ code: codeOf[refused.kind], message: refused.code, cause: refused })

const ofTrpc: Partial<Record<TRPCError['code'], keyof typeof kernelRefusals>> = {
  NOT_FOUND: 'not-found',
  PARSE_ERROR: 'invalid-input',
  BAD_REQUEST: 'invalid-input',
  METHOD_NOT_SUPPORTED: 'invalid-input',
  UNSUPPORTED_MEDIA_TYPE: 'invalid-input',
  PAYLOAD_TOO_LARGE: 'too-large',
  CLIENT_CLOSED_REQUEST: 'service-unavailable',
}

/** The refusal behind any error: itself, that of the protocol (unknown operation, broken JSON), or `unexpected`. */
export const refusalBehind = (error: unknown): Refused => {
  if (error instanceof Refused) return error
  if (!(error instanceof TRPCError)) return refuse('unexpected', { cause: error })
  if (error.cause instanceof Refused) return error.cause
  return refuse(ofTrpc[error.code] ?? 'unexpected', { cause: error })
}

/** A whole answer that is one refusal, in the shape that tRPC's clients read, for single calls and batches alike. */
export const refusalResponse = (refused: Refused): Response =>
  Response.json(
    { error: { message: refused.code, code: -32603, data: { refusal: shapeOf(refused) } } },
    { status: httpStatusOf(refused), headers: { 'cache-control': 'no-store' } },
  )
