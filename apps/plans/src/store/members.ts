import { caseRoles } from '@mreza/contracts-conferences'
import type { CaseId, InstitutionId, PersonId, Role } from '@mreza/contracts-kernel'
import type { PlanRoom } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import { sql } from 'kysely'
import type { PlansTables } from './tables.ts'

/** That a person works for an institution, or did until `endedAt`. */
export interface Member {
  readonly membershipId: string
  readonly personId: PersonId
  readonly institutionId: InstitutionId
  readonly roles: readonly Role[]
  readonly endedAt: string | null
}

/** Keeps who works where; an end stays an end in whatever order the two arrive. */
export const keepMember = async (
  trx: Trx<PlansTables>,
  { membershipId, personId, institutionId, roles, endedAt }: Member,
): Promise<void> => {
  const facts = { person_id: personId, institution_id: institutionId, roles: [...roles] }
  await trx
    .insertInto('member')
    .values({ membership_id: membershipId, ...facts, ended_at: endedAt })
    .onConflict((same) =>
      same.column('membership_id').doUpdateSet({ ...facts, ended_at: sql`coalesce(member.ended_at, excluded.ended_at)` }),
    )
    .execute()
}

/**
 * Those among some people who may read a room of a case now: their institution, or they alone of it, holds the core section and that
 * of the room, and they work on cases there.
 */
export const readersAmong = async (
  trx: Trx<PlansTables>,
  caseId: CaseId,
  room: PlanRoom,
  personIds: readonly PersonId[],
): Promise<PersonId[]> => {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ person_id: PersonId }>`
    select distinct m.person_id from member m
    join holder h on h.institution_id = m.institution_id and (h.person_id is null or h.person_id = m.person_id)
    cross join lateral unnest(h.sections) section
    where m.person_id = any (${[...personIds]}::uuid[]) and m.ended_at is null and m.roles && ${[...caseRoles]}::text[]
      and h.case_id = ${caseId} and not h.ended and section in ('core', ${room})
    group by m.person_id, m.institution_id having count(distinct section) = ${room === 'core' ? 1 : 2}
    order by m.person_id`.execute(trx)
  return rows.map((row) => row.person_id)
}
