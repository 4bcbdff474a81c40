import { directoryOperations } from '@mreza/contracts-directory'
import { couldEverInPlan, plansOperations } from '@mreza/contracts-plans'
import type { Pools } from '@mreza/db'
import { clientOf, implement } from '@mreza/rpc'
import { checkHealth, type RunningService, type ServiceDefinition, type ServiceDependencies } from '@mreza/service'
import { sql } from 'kysely'
import { readPlanLibrary } from './library.ts'
import { openPlanNews } from './live/plan-news.ts'
import { startLive } from './live/start-live.ts'
import { onCaseCoded } from './reactions/case-coded.ts'
import { onCaseManagerNamed } from './reactions/case-manager-named.ts'
import { onCaseOpened } from './reactions/case-opened.ts'
import { onMembershipChanged } from './reactions/membership-changed.ts'
import { onParticipationChanged } from './reactions/participation-changed.ts'
import { onRoomRequestMoved } from './reactions/room-request-moved.ts'
import { onSignInEnded } from './reactions/sign-in-ended.ts'
import { plansRouter } from './router.ts'
import { plansMigrations } from './store/migrations/index.ts'
import type { PlansTables } from './store/tables.ts'
import { watchVersions } from './versions/watch-versions.ts'

const name = 'plans'

const start = async (dependencies: ServiceDependencies): Promise<RunningService> => {
  const db = dependencies.db as Pools<PlansTables>
  const { bus, log, now, installation, doorTo, keys } = dependencies
  const templates = await readPlanLibrary(installation.protocolsFolder, log)
  const live = startLive({ db, bus, log, now, publicOrigin: installation.publicOrigin, templates })
  const news = openPlanNews(db.worker, bus)
  const directory = clientOf(directoryOperations, doorTo('directory'), { service: 'directory', keys, now })
  const { door } = implement(plansOperations, {
    context: name,
    dependencies,
    policy: { couldEver: couldEverInPlan },
    operations: plansRouter({ db, news, lookAgain: live.lookAgain, templates, directory }),
  })
  const relay = bus.relay({ db: dependencies.db.worker, schema: name })
  const reactions = [
    onCaseOpened,
    ...onCaseCoded,
    onCaseManagerNamed,
    ...onParticipationChanged(live.lookAgain),
    ...onMembershipChanged,
    ...onSignInEnded(live.lookAgain),
    ...onRoomRequestMoved(news),
  ]
  const consumer = await bus.consume({ service: name, db: dependencies.db.worker, schema: name, reactions })
  const versions = watchVersions({ worker: db.worker, now, log, kept: (planId) => news.tell(planId, { news: 'versions' }) })
  return {
    name,
    door,
    upgrade: live.server.upgrade,
    health: () => checkHealth({ database: () => sql`select 1`.execute(db.runtime) }, { broker: () => bus.status() }),
    stop: async () => {
      await versions.stop()
      await consumer.stop()
      await news.stop()
      await live.stop()
      await relay.stop()
    },
  }
}

/** The live plan: its rooms on sockets, its log, its projection into rows. Its upgrades are of `/live/<planId>/<room>`. */
export const plansService: ServiceDefinition = { name, migrations: plansMigrations, start }
