import { couldEverInMonitoring, monitoringOperations } from '@mreza/contracts-monitoring'
import type { Pools } from '@mreza/db'
import { implement } from '@mreza/rpc'
import { checkHealth, type RunningService, type ServiceDefinition, type ServiceDependencies } from '@mreza/service'
import { sql } from 'kysely'
import { countReactions } from './reactions/count.ts'
import { agreementReactions } from './reactions/learn-of-agreements.ts'
import { onNetworkRegistered } from './reactions/network-registered.ts'
import { monitoringRouter } from './router.ts'
import { monitoringMigrations } from './store/migrations/index.ts'
import type { Tables } from './store/tables.ts'

const name = 'monitoring'

const start = async (dependencies: ServiceDependencies): Promise<RunningService> => {
  const { runtime, worker } = dependencies.db as Pools<Tables>
  const { bus } = dependencies
  const { door } = implement(monitoringOperations, {
    context: name,
    dependencies,
    policy: { couldEver: couldEverInMonitoring },
    operations: monitoringRouter({ db: runtime, bus }),
  })
  const reactions = [onNetworkRegistered, ...agreementReactions, ...countReactions]
  const consumer = await bus.consume({ service: name, db: worker, schema: name, reactions })
  return {
    name,
    door,
    health: () => checkHealth({ database: () => sql`select 1`.execute(runtime) }, { broker: () => bus.status() }),
    stop: () => consumer.stop(),
  }
}

/** What officials see of how a network works: the tracker of agreements and figures, and no person anywhere. */
export const monitoringService: ServiceDefinition = { name, migrations: monitoringMigrations, start }
