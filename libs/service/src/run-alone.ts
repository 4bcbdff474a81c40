import { ConfigError } from './config.ts'
import { httpDoor } from './http-door.ts'
import { keysOf, type Secrets } from './keys.ts'
import { describeError, type Log, makeLog } from './log.ts'
import { serve } from './serve.ts'
import type { ServiceDefinition, ServiceDependencies } from './service.ts'
import { readServiceConfig, type ServiceConfig } from './service-config.ts'
import { startService } from './start-service.ts'
import { stopOnSignal } from './stop-on-signal.ts'

const doorTo = (config: ServiceConfig) => (service: string) => {
  const address = config.MREZA_SERVICES.get(service)
  if (address === undefined) throw new ConfigError(`MREZA_SERVICES: no address is given for "${service}"`)
  return httpDoor(address)
}

/** The drivers are loaded here and not above, so that a library that only needs the log does not load them. */
const dependenciesOf = async (
  definition: ServiceDefinition,
  config: ServiceConfig,
  secrets: Secrets,
  log: Log,
): Promise<ServiceDependencies> => ({
  db: (await import('@mreza/db')).openPools({
    url: config.DATABASE_URL,
    service: definition.migrations,
    passwords: secrets.rolePasswords,
  }),
  bus: (await import('@mreza/bus')).openBus({ servers: config.NATS_URL, name: definition.name, log }),
  log,
  now: () => new Date(),
  doorTo: doorTo(config),
  keys: keysOf(secrets, definition.name),
  installation: { demo: config.MREZA_DEMO, publicOrigin: config.MREZA_PUBLIC_ORIGIN, protocolsFolder: config.MREZA_PROTOCOLS },
})

const run = async (definition: ServiceDefinition, log: Log) => {
  const { config, secrets } = readServiceConfig(process.env)
  const dependencies = await dependenciesOf(definition, config, secrets, log)
  const service = await startService(definition, dependencies, { alone: true })
  const listening = await serve(service, config.PORT, config.HOST)
  stopOnSignal(log, async () => {
    const closed = listening.close()
    await service.stop()
    await closed
    await dependencies.bus.close()
  })
  log.info('ready', { address: listening.address })
  process.send?.({ ready: true, service: definition.name, address: listening.address })
}

/**
 * Runs one service as this process: configuration from the environment, HTTP on loopback (`/rpc`, `/healthz`, `/readyz`,
 * `/metrics`), graceful stop on SIGTERM. The whole of an app's `main.ts`. Migrations have been run before it starts.
 */
export const runAlone = async (definition: ServiceDefinition): Promise<void> => {
  const log = makeLog(definition.name, process.env.MREZA_LOG_LEVEL)
  try {
    await run(definition, log)
  } catch (error) {
    const reason = error instanceof ConfigError ? error.message : undefined
    log.error(reason ?? 'could not start', reason === undefined ? describeError(error) : {})
    process.exit(1)
  }
}
