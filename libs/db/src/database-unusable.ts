/** Why the database cannot be used at all; `reason` is stable and the message says what to do. */
export class DatabaseUnusable extends Error {
  readonly reason: 'unreachable' | 'refused' | 'too-old' | 'migration-failed'
  constructor(reason: DatabaseUnusable['reason'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'DatabaseUnusable'
    this.reason = reason
  }
}
