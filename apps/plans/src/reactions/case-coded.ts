import { type Reaction, reaction } from '@mreza/bus'
import { caseOpened, participationGranted } from '@mreza/contracts-conferences'
import type { Trx } from '@mreza/db'
import type { PlansTables } from '../store/tables.ts'
import { keepCaseCode } from '../store/versions.ts'

/** Keeps the code of a case, which stands on what is printed of its plan; cases that were opened before are heard of at the next participation. */
export const onCaseCoded: readonly Reaction[] = [
  reaction(caseOpened, (trx: Trx<PlansTables>, { data }) => keepCaseCode(trx, data.caseId, data.caseCode)),
  reaction(participationGranted, (trx: Trx<PlansTables>, { data }) => keepCaseCode(trx, data.caseId, data.caseCode)),
]
