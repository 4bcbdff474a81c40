import { reaction } from '@mreza/bus'
import { caseOpened } from '@mreza/contracts-conferences'
import { PlanRoom } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import { keepHolding } from '../store/holders.ts'
import { keepLeadInstitution } from '../store/leads.ts'
import type { PlansTables } from '../store/tables.ts'

/** The institution that leads a case holds all of its sections from the first moment; this follows from the case itself. */
export const onCaseOpened = reaction(caseOpened, async (trx: Trx<PlansTables>, { data: { caseId, leadInstitutionId } }) => {
  const everything = { institutionId: leadInstitutionId, personId: null, sections: PlanRoom.options, ended: false }
  await keepHolding(trx, { id: caseId, caseId, ...everything })
  await keepLeadInstitution(trx, caseId, leadInstitutionId)
})
