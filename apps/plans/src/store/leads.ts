import type { CaseId, InstitutionId, PersonId } from '@mreza/contracts-kernel'
import type { PlanResource } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import { sql } from 'kysely'
import { openSections } from './plans.ts'
import type { PlansTables } from './tables.ts'

/** Keeps which institution leads a case, in whatever order its events arrive. */
export const keepLeadInstitution = async (trx: Trx<PlansTables>, caseId: CaseId, institutionId: InstitutionId): Promise<void> => {
  await trx
    .insertInto('case_lead')
    .values({ case_id: caseId, lead_institution_id: institutionId, case_manager_id: null, named_at: null })
    .onConflict((same) => same.column('case_id').doUpdateSet({ lead_institution_id: institutionId }))
    .execute()
}

/** Keeps who was named manager of a case last, by the moment of the naming and not of its arrival. */
export const keepCaseManager = async (trx: Trx<PlansTables>, caseId: CaseId, personId: PersonId, at: string): Promise<void> => {
  await trx
    .insertInto('case_lead')
    .values({ case_id: caseId, lead_institution_id: null, case_manager_id: personId, named_at: at })
    .onConflict((same) =>
      same
        .column('case_id')
        .doUpdateSet({ case_manager_id: personId, named_at: at })
        .where(sql<boolean>`case_lead.named_at is null or case_lead.named_at < excluded.named_at`),
    )
    .execute()
}

/** Who manages a case, as far as it was heard. */
export const caseManagerOf = async (trx: Trx<PlansTables>, caseId: CaseId): Promise<PersonId | null> =>
  (await trx.selectFrom('case_lead').select('case_manager_id').where('case_id', '=', caseId).executeTakeFirst())?.case_manager_id ?? null

/** What the policy asks about the plan of a case: what is open to the person of this transaction, and who leads (PL16). */
export const planResource = async (trx: Trx<PlansTables>, caseId: CaseId): Promise<PlanResource> => {
  const lead = await trx.selectFrom('case_lead').selectAll().where('case_id', '=', caseId).executeTakeFirst()
  return {
    openSections: await openSections(trx, caseId),
    leadInstitutionId: lead?.lead_institution_id ?? null,
    caseManagerId: lead?.case_manager_id ?? null,
  }
}
