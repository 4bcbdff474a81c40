import { reaction } from '@mreza/bus'
import { caseManagerNamed } from '@mreza/contracts-conferences'
import type { Trx } from '@mreza/db'
import { keepCaseManager } from '../store/leads.ts'
import type { PlansTables } from '../store/tables.ts'

/** Keeps who leads a case, and with it its plan (PL16). */
export const onCaseManagerNamed = reaction(caseManagerNamed, (trx: Trx<PlansTables>, { data: { caseId, personId, at } }) =>
  keepCaseManager(trx, caseId, personId, at),
)
