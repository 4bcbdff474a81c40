import {
  type AgreementResources,
  canInAgreements,
  type ObligationId,
  type ObligationTermId,
  refuseInAgreements,
} from '@mreza/contracts-agreements'
import type { Subject } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { findObligation, holdTerm, type LoadedTerm, type ObligationRow } from '../store/obligations.ts'
import type { AgreementsTables } from '../store/tables.ts'

type Store = Trx<AgreementsTables>
type Capability = Extract<keyof AgreementResources, `obligation.${string}`>

const refused = { 'obligation.dispute': 'of-the-one-who-owes', 'obligation.settle': 'of-the-one-who-owes' } as const

/** The obligation for reading; what one may not see is missing (rule D6). */
export const readableObligation = async (trx: Store, id: ObligationId, subject: Subject): Promise<ObligationRow> => {
  const row = await findObligation(trx, id)
  if (row === undefined || !canInAgreements(subject, 'agreement.read', { networkId: row.network_id })) throw refuseInAgreements('not-found')
  return row
}

/** The obligation for who may do this with it; `not-allowed` only for who may see it. */
export const openObligation = async (trx: Store, id: ObligationId, subject: Subject, capability: Capability): Promise<ObligationRow> => {
  const row = await readableObligation(trx, id, subject)
  const owed = { networkId: row.network_id, institutionId: row.institution_id }
  if (canInAgreements(subject, capability, owed)) return row
  const owesIt = subject.institutionId === row.institution_id
  throw refuseInAgreements(owesIt && capability in refused ? refused[capability as keyof typeof refused] : 'not-allowed')
}

/** A term of it, held. */
export const openTermOf = async (
  trx: Store,
  ids: { readonly obligationId: ObligationId; readonly termId: ObligationTermId },
  subject: Subject,
  capability: Capability,
): Promise<{ row: ObligationRow; term: LoadedTerm }> => {
  const row = await openObligation(trx, ids.obligationId, subject, capability)
  const term = await holdTerm(trx, row.id, ids.termId)
  if (term === undefined) throw refuseInAgreements('not-found', { field: 'termId' })
  return { row, term }
}
