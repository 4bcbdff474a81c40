import type { Instant, InstitutionId, PersonId, Subject } from '@mreza/contracts-kernel'
import { inForce } from '../domain/access.ts'
import type { CaseRow, LoadedCase } from '../store/cases.ts'
import type { ConferenceRow } from '../store/conferences.ts'

/** What every event of a case says. */
export const caseFacts = (row: Pick<CaseRow, 'id' | 'code' | 'network_id'>, actor: Subject, at: Instant) => ({
  at,
  networkId: row.network_id,
  actorId: actor.personId,
  caseId: row.id,
  caseCode: row.code,
})

/** What every event of a conference says, also by somebody who does not see its case. */
export const conferenceFacts = (row: Pick<ConferenceRow, 'id' | 'case_id' | 'case_code' | 'network_id'>, actor: Subject, at: Instant) => ({
  ...caseFacts({ id: row.case_id, code: row.case_code, network_id: row.network_id }, actor, at),
  conferenceId: row.id,
})

/** Those who take part in a case now: the named persons, and the institutions that take part as a whole. */
export const whoTakesPart = ({ participations }: LoadedCase, now: Instant): { personIds: PersonId[]; institutionIds: InstitutionId[] } => {
  const current = participations.filter((participation) => inForce(participation, now))
  return {
    personIds: [...new Set(current.flatMap(({ personId }) => (personId === null ? [] : [personId])))],
    institutionIds: [...new Set(current.flatMap(({ personId, institutionId }) => (personId === null ? [institutionId] : [])))],
  }
}
