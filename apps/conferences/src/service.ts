import { agreementOperations } from '@mreza/contracts-agreements'
import { conferenceOperations, couldEverInConferences } from '@mreza/contracts-conferences'
import type { Pools } from '@mreza/db'
import { clientOf, implement } from '@mreza/rpc'
import { checkHealth, type RunningService, type ServiceDefinition, type ServiceDependencies } from '@mreza/service'
import { sql } from 'kysely'
import { watchClocks } from './clocks/watch-clocks.ts'
import {
  onAgreementCameIntoForce,
  onAgreementEnded,
  onAgreementResumed,
  onAgreementSuspended,
  onPartiesChanged,
} from './reactions/agreements.ts'
import { onInstitutionRegistered, onNetworkRegistered } from './reactions/directory.ts'
import { onMembershipEnded, onMembershipGranted } from './reactions/memberships.ts'
import { onPlanApproved } from './reactions/plans.ts'
import { conferencesRouter } from './router.ts'
import { conferencesMigrations } from './store/migrations/index.ts'
import type { ConferencesTables, VaultTables } from './store/tables.ts'

const name = 'conferences'

const reactionsOf = ({ doorTo, keys, now }: ServiceDependencies) => {
  const agreements = clientOf(agreementOperations, doorTo('agreements'), { service: 'agreements', keys, now })
  const ofAgreements = [
    onAgreementCameIntoForce(agreements),
    onAgreementEnded,
    onAgreementSuspended,
    onAgreementResumed,
    ...onPartiesChanged(agreements),
  ]
  return [onNetworkRegistered, onInstitutionRegistered, onMembershipGranted, onMembershipEnded, onPlanApproved, ...ofAgreements]
}

const start = async (dependencies: ServiceDependencies): Promise<RunningService> => {
  const db = dependencies.db as Pools<ConferencesTables & VaultTables>
  const { bus, keys, log, now } = dependencies
  const operations = conferencesRouter({ db, keys })
  const { door } = implement(conferenceOperations, {
    context: name,
    dependencies,
    policy: { couldEver: couldEverInConferences },
    operations,
  })
  const relay = bus.relay({ db: dependencies.db.worker, schema: name })
  const consumer = await bus.consume({ service: name, db: dependencies.db.worker, schema: name, reactions: reactionsOf(dependencies) })
  const clocks = watchClocks(db.worker, now, log)
  return {
    name,
    door,
    health: () => checkHealth({ database: () => sql`select 1`.execute(db.runtime) }, { broker: () => bus.status() }),
    stop: async () => {
      await Promise.all([clocks.stop(), consumer.stop(), relay.stop()])
    },
  }
}

/** Referrals, cases, participation, clocks, conferences, decisions and tasks; and the vault of identities. */
export const conferencesService: ServiceDefinition = { name, migrations: conferencesMigrations, start }
