import { startSigning } from '@mreza/audit'
import { agreementOperations } from '@mreza/contracts-agreements'
import { directoryOperations } from '@mreza/contracts-directory'
import { couldEverInIdentity, identityOperations } from '@mreza/contracts-identity'
import type { Contract } from '@mreza/contracts-kernel'
import type { Db } from '@mreza/db'
import { clientOf, implement } from '@mreza/rpc'
import { checkHealth, type Door, type HealthReport, openMetrics, type ServiceDependencies } from '@mreza/service'
import { sql } from 'kysely'
import { originsOf } from './config.ts'
import type { Backend } from './http/backend.ts'
import { openCallCounter } from './http/call-counter.ts'
import { gatewayServer } from './http/gateway-server.ts'
import { liveUpgrades } from './http/live-upgrades.ts'
import { openLines } from './http/open-lines.ts'
import { openReception } from './http/reception.ts'
import { type Identity, openIdentity, type Visit } from './identity.ts'
import { onInstitutionRegistered } from './reactions/institution-registered.ts'
import { onMembershipGranted } from './reactions/membership-granted.ts'
import { identityRouter } from './router.ts'
import { openTokenPurse } from './sessions/token-purse.ts'
import { forgetOldSessions } from './store/forget-old-sessions.ts'
import type { IdentityTables } from './store/tables.ts'

/** Whose operations take files. */
const takingFiles: ReadonlyMap<string, Contract> = new Map([['agreements', agreementOperations]])

/** How the gateway stands in its surroundings. */
export interface GatewaySetting {
  readonly port: number
  readonly host: string
  readonly workspaceDist: string
  readonly trustedProxies: readonly string[]
  readonly callsPerPerson: number
  readonly callsPerAddress: number
  /** The services behind the door, by name. */
  readonly backends: ReadonlyMap<string, Backend>
  /** The contracts of services of which an operation takes a file. */
  readonly contracts?: ReadonlyMap<string, Contract>
}

/** The gateway while it runs. */
export interface RunningGateway {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  readonly address: string
  /** Of all services together: ready when identity and every service are; the parts are `<service>.<part>`. */
  health(): Promise<HealthReport>
  /** The figures of the calls that came through, in the text form that Prometheus reads. */
  metrics(): Promise<string>
  stop(): Promise<void>
}

const identityDoor = (dependencies: ServiceDependencies, identity: Identity, visits: WeakMap<Request, Visit>): Door =>
  implement(identityOperations, {
    context: 'identity',
    dependencies,
    policy: { couldEver: couldEverInIdentity },
    operations: identityRouter(identity),
    extend: (request) => {
      const visit = visits.get(request)
      if (visit === undefined) throw new Error('a call of identity came around the door')
      return { visit }
    },
  }).door

const ownHealth = (identity: Identity): Promise<HealthReport> =>
  checkHealth({ database: () => sql`select 1 from membership limit 1`.execute(identity.db) }, { broker: () => identity.bus.status() })

const healthOfAll = async (backends: ReadonlyMap<string, Backend>): Promise<HealthReport> => {
  const reports = await Promise.all([...backends].map(async ([name, backend]) => [name, await backend.health()] as const))
  const parts = reports.flatMap(([name, report]) =>
    Object.entries(report.parts).map(([part, state]) => [`${name}.${part}`, state] as const),
  )
  return { ready: reports.every(([, report]) => report.ready), parts: Object.fromEntries(parts) }
}

const reactionsOf = ({ doorTo, keys, now }: ServiceDependencies) => [
  onInstitutionRegistered,
  onMembershipGranted(clientOf(directoryOperations, doorTo('directory'), { service: 'directory', keys, now })),
]

/** Starts the only door: identity's own operations, the way to every other service, live sockets, and the workspace's files. */
export const startGateway = async (dependencies: ServiceDependencies, setting: GatewaySetting): Promise<RunningGateway> => {
  const { publicOrigin } = dependencies.installation
  const origins = originsOf(publicOrigin)
  const identity = openIdentity(dependencies, () => healthOfAll(backends))
  const visits = new WeakMap<Request, Visit>()
  const own: Backend = { door: identityDoor(dependencies, identity, visits), health: () => ownHealth(identity) }
  const metrics = openMetrics('gateway', true)
  const measured = (backend: Backend): Backend => ({ ...backend, door: metrics.measure(backend.door) })
  const backends = new Map([...new Map([['identity', own], ...setting.backends])].map(([name, backend]) => [name, measured(backend)]))
  const lines = openLines(identity.db, identity.sessions, dependencies.now)
  const app = await gatewayServer({
    ...setting,
    contracts: setting.contracts ?? takingFiles,
    publicOrigin,
    origins,
    backends,
    lines,
    health: identity.health,
    reception: openReception(identity.sessions),
    tokenFor: openTokenPurse(dependencies.keys.tokenKeys, dependencies.now),
    perPerson: openCallCounter(setting.callsPerPerson, dependencies.now),
    perAddress: openCallCounter(setting.callsPerAddress, dependencies.now),
    log: dependencies.log,
    announce: (request, visit) => void visits.set(request, visit),
  })
  liveUpgrades(app, { live: setting.backends.get('plans'), sessions: identity.sessions, lines, origins, publicOrigin })
  const worker = dependencies.db.worker as Db<IdentityTables>
  const relay = dependencies.bus.relay({ db: worker, schema: 'identity' })
  const consumer = await dependencies.bus.consume({
    service: 'identity',
    db: worker,
    schema: 'identity',
    reactions: reactionsOf(dependencies),
  })
  const housekeeping = forgetOldSessions(worker, dependencies.now)
  const signing = startSigning({ db: worker, schema: 'identity', auditKey: dependencies.keys.auditKey, now: dependencies.now })
  const address = await app.listen({ port: setting.port, host: setting.host })
  return {
    address,
    health: identity.health,
    metrics: () => metrics.registry.metrics(),
    stop: async () => {
      lines.stop()
      await app.close()
      await Promise.all([relay.stop(), consumer.stop(), housekeeping.stop(), signing.stop(), identity.sessions.close()])
    },
  }
}
