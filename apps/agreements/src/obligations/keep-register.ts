import type { AgreementId, Instant } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { owedUnder } from '../domain/obligations/owed.ts'
import { loadAgreement } from '../store/load-agreements.ts'
import { beginObligations, endObligations } from '../store/obligations.ts'
import type { AgreementsTables } from '../store/tables.ts'

/**
 * Brings the register up to what is owed under an agreement now (AG40): begins what is missing, ends what is owed no more. However often and in
 * whatever order it is told of what happened, it comes to the same.
 */
export const keepRegister = async (trx: Trx<AgreementsTables>, agreementId: AgreementId, now: Instant): Promise<void> => {
  const agreement = await loadAgreement(trx, agreementId)
  if (agreement === undefined) return
  const owed = owedUnder(agreement)
  const clauses = new Map(agreement.content.obligations.map((clause) => [clause.id, clause]))
  await beginObligations(trx, { id: agreementId, networkId: agreement.networkId, clauses }, owed, now)
  await endObligations(trx, agreementId, owed, now)
}
