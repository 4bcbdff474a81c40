import { couldEverInNotifications, notificationOperations } from '@mreza/contracts-notifications'
import type { Pools } from '@mreza/db'
import { implement } from '@mreza/rpc'
import { checkHealth, type RunningService, type ServiceDefinition, type ServiceDependencies } from '@mreza/service'
import { sql } from 'kysely'
import { makeInboxBells } from './live/inbox-bells.ts'
import { onMembershipEnded, onMembershipGranted } from './reactions/membership.ts'
import { onSessionRevoked } from './reactions/session-revoked.ts'
import { tellings } from './reactions/tell-of.ts'
import { notificationsRouter } from './router.ts'
import { onInboxChanged } from './store/inbox-changed.ts'
import { notificationsMigrations } from './store/migrations/index.ts'
import type { Tables } from './store/tables.ts'

const name = 'notifications'

const start = async (dependencies: ServiceDependencies): Promise<RunningService> => {
  const { runtime, worker } = dependencies.db as Pools<Tables>
  const { bus } = dependencies
  const bells = makeInboxBells()
  const { door } = implement(notificationOperations, {
    context: name,
    dependencies,
    policy: { couldEver: couldEverInNotifications },
    operations: notificationsRouter(runtime, bells),
  })
  const listener = onInboxChanged(worker, bells.ring)
  const reactions = [onMembershipGranted, onMembershipEnded, onSessionRevoked, ...tellings]
  const consumer = await bus.consume({ service: name, db: worker, schema: name, reactions })
  return {
    name,
    door,
    health: () => checkHealth({ database: () => sql`select 1`.execute(runtime) }, { broker: () => bus.status() }),
    stop: async () => {
      bells.close()
      await Promise.all([consumer.stop(), listener.stop()])
    },
  }
}

/** What reaches whom: inboxes made from events of all contexts, and their live streams. */
export const notificationsService: ServiceDefinition = { name, migrations: notificationsMigrations, start }
