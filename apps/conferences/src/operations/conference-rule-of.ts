import type { Sector } from '@mreza/contracts-kernel'
import { mandatorySectors } from '../domain/conference.ts'
import { isChild } from '../domain/procedure.ts'
import type { LoadedCase } from '../store/cases.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { type ProcedureRow, procedureOf } from '../store/read-models.ts'

/** The procedure that a case opened under, with the sectors that must be there for this person (CF8, CF18). */
export const conferenceRuleOf = async (
  trx: ConferencesTrx,
  { row }: LoadedCase,
): Promise<{ procedure: ProcedureRow | undefined; mandatory: readonly Sector[] }> => {
  const procedure = row.agreement_id === null ? undefined : await procedureOf(trx, row.agreement_id)
  return { procedure, mandatory: procedure === undefined ? [] : mandatorySectors(procedure.conference_rule, isChild(row.age_group)) }
}
