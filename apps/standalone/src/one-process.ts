import { openBus } from '@mreza/bus'
import { backendHere, identityMigrations, type RunningGateway, settingOf, startGateway } from '@mreza/gateway'
import {
  type Door,
  makeLog,
  mergeMetrics,
  openDependencies,
  type StartedService,
  serveOperator,
  signAudit,
  startService,
} from '@mreza/service'
import type { StandaloneConfig } from './config.ts'
import { firstSteps } from './first-steps.ts'
import { services } from './services.ts'
import type { RunningInstallation } from './start.ts'

/** Few, for all roles of all services share one server. */
const connections = 5

const doors = (started: ReadonlyMap<string, StartedService>) => {
  return (name: string): Door =>
    (request) => {
      const service = started.get(name)
      return service === undefined ? Promise.reject(new Error(`the service ${name} has not started`)) : service.door(request)
    }
}

const stopAll = async (gateway: RunningGateway, started: ReadonlyMap<string, StartedService>) => {
  await gateway.stop()
  await Promise.all([...started.values()].map((service) => service.stop()))
}

/** The figures of everybody in this process, on the operator's port if one was named. */
const openOperator = (port: number | undefined, gateway: RunningGateway, started: ReadonlyMap<string, StartedService>) => {
  const metrics = async () => mergeMetrics(await Promise.all([gateway, ...started.values()].map((one) => one.metrics())))
  return port === undefined ? undefined : serveOperator({ health: gateway.health, metrics }, port)
}

/** Runs the gateway and all services in this process; they call each other's doors directly. */
export const startInOneProcess = async (config: StandaloneConfig): Promise<RunningInstallation> => {
  const log = makeLog('mreza', config.service.MREZA_LOG_LEVEL)
  const bus = openBus({ servers: config.service.NATS_URL, name: 'mreza', log })
  const started = new Map<string, StartedService>()
  const signings: Awaited<ReturnType<typeof signAudit>>[] = []
  const surroundings = (name: string) => ({
    config: config.service,
    secrets: config.secrets,
    log: makeLog(name, config.service.MREZA_LOG_LEVEL),
    doorTo: doors(started),
    connections,
    bus,
  })
  for (const definition of services) {
    const dependencies = await openDependencies(definition, surroundings(definition.name))
    started.set(definition.name, await startService(definition, dependencies))
    signings.push(await signAudit(definition, dependencies))
  }
  const dependencies = await openDependencies({ name: 'gateway', migrations: identityMigrations }, surroundings('gateway'))
  const setupLink = await firstSteps(config, log)
  const backends = new Map([...started].map(([name, service]) => [name, backendHere(service)]))
  const gateway = await startGateway(dependencies, settingOf(config.service, config.gateway, backends))
  const operator = await openOperator(config.service.MREZA_OPERATOR_PORT, gateway, started)
  return {
    address: gateway.address,
    setupLink,
    stop: async () => {
      await Promise.all(signings.map((signing) => signing.stop()))
      await operator?.close()
      await stopAll(gateway, started)
      await dependencies.db.close()
      await bus.close()
    },
  }
}
