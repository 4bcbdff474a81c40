import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Bus } from '@mreza/bus'
import type { Pools, ServiceMigrations } from '@mreza/db'
import type { HealthReport } from './health.ts'
import type { Keys } from './keys.ts'
import type { Log } from './log.ts'

/** What a service answers with: fetch-shaped, so that one process may call it directly and several may call it over HTTP. */
export type Door = (request: Request) => Promise<Response>

/** A service that answers. */
export interface RunningService {
  readonly name: string
  /** Answers `/rpc/<service>/<operations>` requests. Never throws: a fault is a response. */
  readonly door: Door
  /** Takes a WebSocket upgrade of `/live/…`; only services with live traffic have it. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Whether it could do its work now. */
  health(): Promise<HealthReport>
  /** Ends reactions, relays, sockets and pools of its own; resolves when nothing of it is left running. */
  stop(): Promise<void>
}

/** What every service is given; it opens nothing of its own accord. */
export interface ServiceDependencies {
  readonly db: Pools
  readonly bus: Bus
  readonly log: Log
  readonly now: () => Date
  /** The door of another service, by name; used through `clientOf` of `@mreza/rpc`. */
  readonly doorTo: (service: string) => Door
  readonly keys: Keys
  readonly installation: Installation
}

/** Facts of this installation that services may depend on. */
export interface Installation {
  /** Demo people may sign in by a click. Never true where real cases are. */
  readonly demo: boolean
  /** Where browsers reach it, such as `https://mreza.example.rs`; no slash at the end. */
  readonly publicOrigin: string
  /** The folder of templates, networks and demo data (`protocols/`). */
  readonly protocolsFolder: string
  /** The folder of issuers whose certificates are trusted; nobody's when absent. */
  readonly trustFolder?: string
}

/** A service as its app exports it from `src/service.ts`. */
export interface ServiceDefinition {
  readonly name: string
  readonly migrations: ServiceMigrations
  start(dependencies: ServiceDependencies): Promise<RunningService>
}
