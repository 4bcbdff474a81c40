import { type Log, makeLog } from './log.ts'
import { doorsAt, openDependencies } from './open-dependencies.ts'
import { serve } from './serve.ts'
import type { ServiceDefinition } from './service.ts'
import { readServiceConfig } from './service-config.ts'
import { signAudit } from './sign-audit.ts'
import { failToStart } from './start-failure.ts'
import { startService } from './start-service.ts'
import { stopOnSignal } from './stop-on-signal.ts'

/** Tells whoever started this process that it answers. */
export const announceReady = (log: Log, service: string, address: string): void => {
  log.info('ready', { address })
  process.send?.({ ready: true, service, address })
}

const run = async (definition: ServiceDefinition, log: Log) => {
  const { config, secrets } = readServiceConfig(process.env)
  const dependencies = await openDependencies(definition, { config, secrets, log, doorTo: doorsAt(config.MREZA_SERVICES) })
  const service = await startService(definition, dependencies, { alone: true })
  const signing = await signAudit(definition, dependencies)
  const listening = await serve(service, config.PORT, config.HOST)
  stopOnSignal(log, async () => {
    const closed = listening.close()
    await signing.stop()
    await service.stop()
    await closed
    await dependencies.bus.close()
  })
  announceReady(log, definition.name, listening.address)
}

/**
 * Runs one service as this process: configuration from the environment, HTTP on loopback (`/rpc`, `/healthz`, `/readyz`,
 * `/metrics`), graceful stop on SIGTERM. The whole of an app's `main.ts`. Migrations have been run before it starts.
 */
export const runAlone = async (definition: ServiceDefinition): Promise<void> => {
  const log = makeLog(definition.name, process.env.MREZA_LOG_LEVEL)
  await run(definition, log).catch((error: unknown) => failToStart(log, error))
}
