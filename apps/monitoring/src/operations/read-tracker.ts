import type { monitoringOperations } from '@mreza/contracts-monitoring'
import { asSubject } from '@mreza/db'
import type { CallContext } from '@mreza/rpc'
import type * as z from 'zod'
import { trackedAgreement } from '../domain/tracked-agreement.ts'
import { agreementsOf } from '../store/agreements.ts'
import { lastHeardOf } from '../store/networks.ts'
import { asOf } from './as-of.ts'
import { mustReadTracker } from './must-read-tracker.ts'
import type { Parts } from './parts.ts'

type Input = z.output<typeof monitoringOperations.readTracker.input>

/** The agreements of the caller's network and where each party stands (MO2, MO5). */
export const readTracker =
  ({ db, bus }: Parts) =>
  async ({ subject, databaseKey, now }: CallContext, { networkId }: Input) => {
    mustReadTracker(subject, networkId)
    return await asSubject(db, databaseKey, async (trx) => ({
      networkId,
      asOf: asOf(bus, now, await lastHeardOf(trx, networkId)),
      agreements: (await agreementsOf(trx, networkId)).flatMap((facts) => trackedAgreement(facts) ?? []),
    }))
  }
