import { ConfigError } from './config.ts'
import { httpDoor } from './http-door.ts'
import { keysOf, type Secrets } from './keys.ts'
import type { Log } from './log.ts'
import type { Door, ServiceDefinition, ServiceDependencies } from './service.ts'
import type { ServiceConfig } from './service-config.ts'

/** Where the other services are, by the addresses of the configuration. */
export const doorsAt =
  (addresses: ReadonlyMap<string, string>): ((service: string) => Door) =>
  (service) => {
    const address = addresses.get(service)
    if (address === undefined) throw new ConfigError(`MREZA_SERVICES: no address is given for "${service}"`)
    return httpDoor(address)
  }

/** What dependencies are opened from. */
export interface Surroundings {
  readonly config: ServiceConfig
  readonly secrets: Secrets
  readonly log: Log
  readonly doorTo: (service: string) => Door
  /** Connections for each database role; fewer where many services share a process. */
  readonly connections?: number
  /** A bus that the process has already; a new one when absent. */
  readonly bus?: ServiceDependencies['bus']
}

/**
 * Opens pools and bus of one service. Nothing connects before it is used.
 * The drivers are loaded here and not at the top, so that who only wants a log does not load them.
 */
export const openDependencies = async (
  { name, migrations }: Pick<ServiceDefinition, 'name' | 'migrations'>,
  { config, secrets, log, doorTo, connections, bus }: Surroundings,
): Promise<ServiceDependencies> => {
  const [{ openPools }, { openBus }] = await Promise.all([import('@mreza/db'), import('@mreza/bus')])
  const max = connections === undefined ? {} : { max: connections }
  return {
    db: openPools({ url: config.DATABASE_URL, service: migrations, passwords: secrets.rolePasswords, ...max }),
    bus: bus ?? openBus({ servers: config.NATS_URL, name, log }),
    log,
    now: () => new Date(),
    doorTo,
    keys: keysOf(secrets, name),
    installation: {
      demo: config.MREZA_DEMO,
      publicOrigin: config.MREZA_PUBLIC_ORIGIN,
      protocolsFolder: config.MREZA_PROTOCOLS,
      ...(config.MREZA_TRUST === undefined ? {} : { trustFolder: config.MREZA_TRUST }),
    },
  }
}
