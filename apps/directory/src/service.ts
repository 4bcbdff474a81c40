import { couldEverInDirectory, directoryOperations } from '@mreza/contracts-directory'
import type { Pools } from '@mreza/db'
import { implement } from '@mreza/rpc'
import { checkHealth, type RunningService, type ServiceDefinition, type ServiceDependencies } from '@mreza/service'
import { sql } from 'kysely'
import { importNetworks } from './imports/import-networks.ts'
import { directoryRouter } from './router.ts'
import { directoryMigrations } from './store/migrations/index.ts'
import type { DirectoryTables } from './store/tables.ts'

const name = 'directory'

const start = async (dependencies: ServiceDependencies): Promise<RunningService> => {
  const db = dependencies.db as Pools<DirectoryTables>
  const { bus, log, now, installation } = dependencies
  await importNetworks(db.worker, installation.protocolsFolder, log, now())
  const { door } = implement(directoryOperations, {
    context: name,
    dependencies,
    policy: { couldEver: couldEverInDirectory },
    operations: directoryRouter({ db }),
  })
  const relay = bus.relay({ db: dependencies.db.worker, schema: name })
  return {
    name,
    door,
    health: () => checkHealth({ database: () => sql`select 1`.execute(db.runtime) }, { broker: () => bus.status() }),
    stop: () => relay.stop(),
  }
}

/** Networks, institutions, services, people and contacts. Its start loads the files of the networks. */
export const directoryService: ServiceDefinition = { name, migrations: directoryMigrations, start }
