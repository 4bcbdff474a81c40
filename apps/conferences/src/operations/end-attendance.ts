import { emit } from '@mreza/bus'
import { participationEnded } from '@mreza/contracts-conferences'
import type { Instant, InstitutionId, PersonId, Section, Subject } from '@mreza/contracts-kernel'
import { sql } from 'kysely'
import type { ConferenceRow } from '../store/conferences.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { audit } from './announce.ts'
import { caseFacts } from './case-facts.ts'

interface Ended {
  readonly participation_id: string
  readonly person_id: PersonId
  readonly sections: Section[]
}

/**
 * Ends what accepting an invitation had opened, if anything: when the institution declines, sends somebody else, or the
 * conference is cancelled. The database does it for who may not see the case themselves (rule D10).
 */
export const endAttendance = async (
  trx: ConferencesTrx,
  conference: ConferenceRow,
  institutionId: InstitutionId,
  actor: Subject,
  at: Instant,
): Promise<void> => {
  const { rows } = await sql<Ended>`select * from access.end_attendance(${conference.id}, ${institutionId})`.execute(trx)
  for (const { participation_id: participationId, person_id: personId, sections } of rows) {
    const facts = caseFacts({ id: conference.case_id, code: conference.case_code, network_id: conference.network_id }, actor, at)
    await emit(trx, participationEnded, {
      ...facts,
      audience: { personIds: [personId] },
      participationId,
      institutionId,
      personId,
      sections,
    })
    await audit(trx, actor, { chain: conference.case_id, action: 'end-participation', refs: { participationId, institutionId } })
  }
}
