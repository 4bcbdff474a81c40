import type { CaseId, InstitutionId, PersonId, Section } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { sql } from 'kysely'
import type { PlansTables } from './tables.ts'

/** That an institution may open sections of a case; `id` names what it follows from. */
export interface Holding {
  readonly id: string
  readonly caseId: CaseId
  readonly institutionId: InstitutionId
  /** Null: everyone of the institution who works on cases. */
  readonly personId: PersonId | null
  readonly sections: readonly Section[]
  readonly ended: boolean
}

/** Keeps who holds which sections; an end stays an end in whatever order the two arrive. */
export const keepHolding = async (
  trx: Trx<PlansTables>,
  { id, caseId, institutionId, personId, sections, ended }: Holding,
): Promise<void> => {
  const who = { case_id: caseId, institution_id: institutionId, person_id: personId }
  await trx
    .insertInto('holder')
    .values({ participation_id: id, ...who, sections: [...sections], ended })
    .onConflict((same) => same.column('participation_id').doUpdateSet({ ended: sql`holder.ended or excluded.ended` }))
    .execute()
}
