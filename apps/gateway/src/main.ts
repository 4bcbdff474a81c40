import {
  announceReady,
  doorsAt,
  failToStart,
  makeLog,
  openDependencies,
  readServiceConfig,
  serveOperator,
  stopOnSignal,
} from '@mreza/service'
import { readGatewayConfig, settingOf } from './config.ts'
import { backendAt } from './http/backend.ts'
import { startGateway } from './service.ts'
import { identityMigrations } from './store/migrations/index.ts'

const log = makeLog('gateway', process.env.MREZA_LOG_LEVEL)

const run = async () => {
  const { config, secrets } = readServiceConfig(process.env)
  const own = readGatewayConfig(process.env)
  const dependencies = await openDependencies(
    { name: 'gateway', migrations: identityMigrations },
    { config, secrets, log, doorTo: doorsAt(config.MREZA_SERVICES) },
  )
  const backends = new Map([...config.MREZA_SERVICES].map(([name, address]) => [name, backendAt(address)]))
  const gateway = await startGateway(dependencies, settingOf(config, own, backends))
  const port = config.MREZA_OPERATOR_PORT
  const operator = port === undefined ? undefined : await serveOperator(gateway, port)
  stopOnSignal(log, async () => {
    await operator?.close()
    await gateway.stop()
    await dependencies.db.close()
    await dependencies.bus.close()
  })
  announceReady(log, 'gateway', gateway.address)
}

void run().catch((error: unknown) => failToStart(log, error))
