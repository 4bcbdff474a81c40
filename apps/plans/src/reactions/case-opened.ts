import { reaction } from '@mreza/bus'
import { caseOpened } from '@mreza/contracts-conferences'
import { PlanRoom } from '@mreza/contracts-plans'
import type { Trx } from '@mreza/db'
import { keepHolding } from '../store/holders.ts'
import type { PlansTables } from '../store/tables.ts'

/** The institution that leads a case holds all of its sections from the first moment; this follows from the case itself. */
export const onCaseOpened = reaction(caseOpened, (trx: Trx<PlansTables>, { data: { caseId, leadInstitutionId } }) =>
  keepHolding(trx, { id: caseId, caseId, institutionId: leadInstitutionId, sections: PlanRoom.options, ended: false }),
)
