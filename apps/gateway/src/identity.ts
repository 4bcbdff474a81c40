import type { Bus } from '@mreza/bus'
import { asWorker, type Db, type Trx } from '@mreza/db'
import type { CallContext } from '@mreza/rpc'
import type { HealthReport, ServiceDependencies, TokenKeys } from '@mreza/service'
import type { OpenSession } from './sessions/open-session.ts'
import { databaseKeyMaker } from './sessions/secrets.ts'
import { openSessionBook, type SessionBook } from './sessions/session-book.ts'
import type { IdentityTables } from './store/tables.ts'

/** What the operations of identity work with. */
export interface Identity {
  readonly db: Db<IdentityTables>
  /** A transaction of the runtime role, tried again after a deadlock. No person's rows are walled off here: identity decides who is who. */
  readonly inTransaction: <R>(work: (trx: Trx<IdentityTables>) => Promise<R>) => Promise<R>
  readonly bus: Bus
  readonly demo: boolean
  readonly databaseKeyOf: (sessionId: string) => string
  readonly sessions: SessionBook
  /** Signs what the gateway says of a person to the services. */
  readonly tokenKeys: TokenKeys
  /** Of all services together; the parts are `<service>.<part>`. */
  readonly health: () => Promise<HealthReport>
  /** The id of nobody, asked for where there is no person, so that the work is the same (ID3). */
  readonly nobody: string
}

/** One browser at the door, as the operations of identity see it. */
export interface Visit {
  readonly session: OpenSession | undefined
  /** The network address that the request came from. */
  readonly address: string
  /** Gives the browser this token, or takes its cookie away. */
  readonly setToken: (token: string | undefined) => void
}

/** The context of identity's operations: that of every operation, and the visit. */
export type IdentityContext = CallContext & { readonly visit: Visit }

/** Puts together what the operations work with. */
export const openIdentity = (dependencies: ServiceDependencies, health: Identity['health']): Identity => {
  const db = dependencies.db.runtime as Db<IdentityTables>
  const { demo } = dependencies.installation
  const databaseKeyOf = databaseKeyMaker(dependencies.keys.masterKey)
  return {
    db,
    inTransaction: (work) => asWorker(db, work),
    bus: dependencies.bus,
    demo,
    health,
    databaseKeyOf,
    tokenKeys: dependencies.keys.tokenKeys,
    nobody: '00000000-0000-7000-8000-000000000000',
    sessions: openSessionBook({ db, bus: dependencies.bus, now: dependencies.now, demo, databaseKeyOf }),
  }
}
