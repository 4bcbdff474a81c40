/** The bounds of every call (rule D18). */
export const limits = {
  /** Bytes of a request's body. */
  body: 256 * 1024,
  /** Operations in one batch. */
  batch: 20,
  /** Milliseconds an operation may take before its caller is told that the service is not available. */
  operation: 15_000,
  /** Milliseconds a service waits for another. */
  call: 5_000,
} as const

/** The headers of internal calls. */
export const headers = {
  token: 'x-mreza-token',
  requestId: 'x-request-id',
  idempotencyKey: 'idempotency-key',
} as const
