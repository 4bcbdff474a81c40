import { type CaseAsked, type ConferenceResources, canInConferences, refuseInConferences } from '@mreza/contracts-conferences'
import type { CaseId, Instant, Subject } from '@mreza/contracts-kernel'
import { openSections } from '../domain/access.ts'
import { type LoadedCase, loadCase } from '../store/cases.ts'
import type { ConferencesTrx } from '../store/executors.ts'

/** The capabilities that are asked about a case. */
export type CaseCapability = {
  [C in keyof ConferenceResources]: ConferenceResources[C] extends CaseAsked ? C : never
}[keyof ConferenceResources]

/** The case as the policy sees it for this subject now. */
export const askedOf = ({ row, participations }: LoadedCase, subject: Subject, now: Instant): CaseAsked => ({
  networkId: row.network_id,
  leadInstitutionId: row.lead_institution_id,
  caseManagerId: row.case_manager_id,
  openSections: openSections(participations, subject, now),
})

const mustBeReadable = (loaded: LoadedCase | undefined, subject: Subject, now: Instant): LoadedCase => {
  if (loaded === undefined || !canInConferences(subject, 'case.read', askedOf(loaded, subject, now))) throw refuseInConferences('not-found')
  return loaded
}

/** The case for reading; what one may not see is missing (CF14). */
export const readableCase = async (trx: ConferencesTrx, id: CaseId, subject: Subject, now: Instant): Promise<LoadedCase> =>
  mustBeReadable(await loadCase(trx, id), subject, now)

/** The case, held, for who may do this with it; `not-allowed` only for who may see it. */
export const changeableCase = async (
  trx: ConferencesTrx,
  id: CaseId,
  subject: Subject,
  now: Instant,
  capability: CaseCapability,
): Promise<LoadedCase> => {
  const seen = await readableCase(trx, id, subject, now)
  if (!canInConferences(subject, capability, askedOf(seen, subject, now))) throw refuseInConferences('not-allowed')
  return mustBeReadable(await loadCase(trx, id, true), subject, now)
}
