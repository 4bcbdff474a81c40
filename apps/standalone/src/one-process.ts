import { openBus } from '@mreza/bus'
import { backendHere, identityMigrations, type RunningGateway, settingOf, startGateway } from '@mreza/gateway'
import { type Door, makeLog, openDependencies, type StartedService, signAudit, startService } from '@mreza/service'
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
  return {
    address: gateway.address,
    setupLink,
    stop: async () => {
      await Promise.all(signings.map((signing) => signing.stop()))
      await stopAll(gateway, started)
      await dependencies.db.close()
      await bus.close()
    },
  }
}
