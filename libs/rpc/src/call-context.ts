import { refuser, type Subject } from '@mreza/contracts-kernel'
import type { Log } from '@mreza/service'
import type { TokenClaims } from './token.ts'

/** What an operation knows of its caller. */
export interface CallContext {
  /** Who asks. Reading it when nobody is signed in refuses with `sign-in-needed`. */
  readonly subject: Subject
  /** Who asks, if anybody is signed in: for public operations. */
  readonly person: Subject | undefined
  /** The second secret of the session, for `asSubject` of `@mreza/db` (rule D5). Refuses like {@link subject}. */
  readonly databaseKey: string
  readonly now: Date
  readonly log: Log
  readonly requestId: string
  /** The name of the calling service, when a service calls and not a person. */
  readonly service?: string
  /** What the caller gave to make a repeated mutation harmless; see `once`. */
  readonly idempotencyKey?: string
  /** Ends when the caller leaves or the time is up. */
  readonly signal: AbortSignal
}

const refuse = refuser({})

/** The facts from which a context is made. */
export interface CallFacts {
  readonly claims: TokenClaims | undefined
  readonly now: Date
  readonly log: Log
  readonly requestId: string
  readonly idempotencyKey: string | null
  readonly signal: AbortSignal
}

/** Makes the context of one call. Only tokens of services carry no person and count as a service. */
export const callContext = ({ claims, idempotencyKey, log, ...facts }: CallFacts): CallContext => {
  // Most calls log nothing, and a log of their own costs more than a small query's answer.
  let own: Log | undefined
  return {
    ...facts,
    person: claims?.subject,
    get log() {
      own ??= log.child({ requestId: facts.requestId })
      return own
    },
    get subject() {
      if (claims?.subject === undefined) throw refuse('sign-in-needed')
      return claims.subject
    },
    get databaseKey() {
      if (claims?.databaseKey === undefined) throw refuse('sign-in-needed')
      return claims.databaseKey
    },
    ...(claims === undefined || claims.subject !== undefined ? {} : { service: claims.issuer }),
    ...(idempotencyKey === null ? {} : { idempotencyKey }),
  }
}
