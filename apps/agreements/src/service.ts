import { agreementOperations, couldEverInAgreements } from '@mreza/contracts-agreements'
import { directoryOperations } from '@mreza/contracts-directory'
import type { Pools } from '@mreza/db'
import { clientOf, implement } from '@mreza/rpc'
import { checkHealth, type RunningService, type ServiceDefinition, type ServiceDependencies } from '@mreza/service'
import { sql } from 'kysely'
import { watchAgreements } from './clocks/watch-agreements.ts'
import { readLibrary } from './library.ts'
import { watchTerms } from './obligations/watch-terms.ts'
import { watchSealing } from './print/seal-agreements.ts'
import { onDutyMeasured } from './reactions/duty-measured.ts'
import { onInstitutionRegistered } from './reactions/institution-registered.ts'
import { keepsRegister } from './reactions/keep-register.ts'
import { agreementsRouter } from './router.ts'
import { readTrust } from './signatures/read-trust.ts'
import { agreementsMigrations } from './store/migrations/index.ts'
import type { AgreementsTables } from './store/tables.ts'

const name = 'agreements'

const start = async (dependencies: ServiceDependencies): Promise<RunningService> => {
  const db = dependencies.db as Pools<AgreementsTables>
  const { bus, log, installation, keys, now } = dependencies
  const directory = clientOf(directoryOperations, dependencies.doorTo('directory'), { service: 'directory', keys, now })
  const library = await readLibrary(installation.protocolsFolder, log)
  const trust = await readTrust(installation.trustFolder, log)
  const { door } = implement(agreementOperations, {
    context: name,
    dependencies,
    policy: { couldEver: couldEverInAgreements },
    operations: agreementsRouter({ db, library, trust, directory, seal: keys.documentSeal, tokenKeys: keys.tokenKeys }),
  })
  const relay = bus.relay({ db: dependencies.db.worker, schema: name })
  const consumer = await bus.consume({
    service: name,
    db: dependencies.db.worker,
    schema: name,
    reactions: [onInstitutionRegistered, onDutyMeasured, ...keepsRegister(now)],
  })
  const clocks = [
    watchTerms(db.worker, now, log),
    watchAgreements(db.worker, now, log),
    watchSealing({ worker: db.worker, directory, now }, log),
  ]
  return {
    name,
    door,
    health: () => checkHealth({ database: () => sql`select 1`.execute(db.runtime) }, { broker: () => bus.status() }),
    stop: async () => {
      await Promise.all([consumer, relay, ...clocks].map((running) => running.stop()))
    },
  }
}

/** Protocols and memoranda: the library of templates, agreements, signatures, and the procedures that drive cases. */
export const agreementsService: ServiceDefinition = { name, migrations: agreementsMigrations, start }
