import type { ObligationDetail } from '@mreza/contracts-agreements'
import type { Subject } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { CallContext } from '@mreza/rpc'
import { detailFrom, type LoadedTerm, type ObligationRow, saveStanding } from '../store/obligations.ts'
import type { AgreementsTables } from '../store/tables.ts'
import { auditObligation, concernedBy, type ObligationHappened, tell } from './announce-obligation.ts'

interface Deed {
  readonly action: string
  /** Told beside the new standing of the term; `null` when that says it all. */
  readonly happened: ObligationHappened | null
}

/** Keeps a term as it is after a deed, tells of it and audits it; answers with the whole obligation. */
export const settleTerm = async (
  trx: Trx<AgreementsTables>,
  ctx: CallContext & { readonly subject: Subject },
  { row, term }: { row: ObligationRow; term: LoadedTerm },
  { action, happened }: Deed,
): Promise<ObligationDetail> => {
  const at = ctx.now.toISOString()
  const state = await saveStanding(trx, term, at)
  const concerned = await concernedBy(trx, row)
  const by = { at, actorId: ctx.subject.personId }
  await tell(trx, row, concerned, { kind: 'moved', state, dueAt: term.due_at }, by)
  if (happened !== null) await tell(trx, row, concerned, happened, by)
  await auditObligation(trx, row, action, ctx.subject)
  return detailFrom(trx, row)
}
