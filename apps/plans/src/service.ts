import { couldEverInPlan, plansOperations } from '@mreza/contracts-plans'
import type { Pools } from '@mreza/db'
import { implement } from '@mreza/rpc'
import { checkHealth, type RunningService, type ServiceDefinition, type ServiceDependencies } from '@mreza/service'
import { sql } from 'kysely'
import { startLive } from './live/start-live.ts'
import { onCaseOpened } from './reactions/case-opened.ts'
import { onParticipationChanged } from './reactions/participation-changed.ts'
import { onSignInEnded } from './reactions/sign-in-ended.ts'
import { plansRouter } from './router.ts'
import { plansMigrations } from './store/migrations/index.ts'
import type { PlansTables } from './store/tables.ts'

const name = 'plans'

const start = async (dependencies: ServiceDependencies): Promise<RunningService> => {
  const db = dependencies.db as Pools<PlansTables>
  const { bus, log, now, installation } = dependencies
  const { door } = implement(plansOperations, {
    context: name,
    dependencies,
    policy: { couldEver: couldEverInPlan },
    operations: plansRouter({ db }),
  })
  const live = startLive({ db, bus, log, now, publicOrigin: installation.publicOrigin })
  const relay = bus.relay({ db: dependencies.db.worker, schema: name })
  const reactions = [onCaseOpened, ...onParticipationChanged(live.lookAgain), ...onSignInEnded(live.lookAgain)]
  const consumer = await bus.consume({ service: name, db: dependencies.db.worker, schema: name, reactions })
  return {
    name,
    door,
    upgrade: live.server.upgrade,
    health: () => checkHealth({ database: () => sql`select 1`.execute(db.runtime) }, { broker: () => bus.status() }),
    stop: async () => {
      await consumer.stop()
      await live.stop()
      await relay.stop()
    },
  }
}

/** The live plan: its rooms on sockets, its log, its projection into rows. Its upgrades are of `/live/<planId>/<room>`. */
export const plansService: ServiceDefinition = { name, migrations: plansMigrations, start }
