import type { Subject } from '@mreza/contracts-kernel'
import { refuseInPlans, type VersionId } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import type { PlansTables } from '../store/tables.ts'
import { type StoredVersion, versionById } from '../store/versions.ts'
import { type ReadablePlan, readablePlan } from './may-plan.ts'

/** A version of a plan that is open to who asks. */
export interface ReadableVersion extends ReadablePlan {
  readonly version: StoredVersion
}

/** The version, for who may read its plan; to all others it does not exist (rule D6). @throws not-found */
export const readableVersion = async (trx: Trx<PlansTables>, id: VersionId, subject: Subject): Promise<ReadableVersion> => {
  const version = await versionById(trx, id)
  if (version === undefined) throw refuseInPlans('not-found')
  return { ...(await readablePlan(trx, version.row.plan_id, subject)), version }
}

/** The same of an approved version only: drafts are neither signed nor printed nor handed out. @throws not-found */
export const approvedVersion = async (trx: Trx<PlansTables>, id: VersionId, subject: Subject): Promise<ReadableVersion> => {
  const found = await readableVersion(trx, id, subject)
  if (found.version.row.kind !== 'approved') throw refuseInPlans('not-found')
  return found
}

/** The version as it is after a change in the same transaction. */
export const versionAgain = async (trx: Trx<PlansTables>, id: VersionId): Promise<StoredVersion> => {
  const version = await versionById(trx, id)
  if (version === undefined) throw refuseInPlans('changed-meanwhile')
  return version
}
