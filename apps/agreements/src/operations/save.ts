import type { Subject } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { Agreement, Happened } from '../domain/agreement.ts'
import { decideEnd } from '../domain/decide.ts'
import { evolve } from '../domain/evolve.ts'
import { holdAgreementInForce } from '../store/load-agreements.ts'
import { saveHappened, takeTurnInForce } from '../store/save-agreement.ts'
import type { AgreementsTables } from '../store/tables.ts'
import { announce } from './announce.ts'

/** Ends the agreement that this one takes the place of (AG9). */
const endPredecessor = async (trx: Trx<AgreementsTables>, successor: Agreement, at: string, actor: Subject): Promise<void> => {
  await takeTurnInForce(trx, successor)
  const earlier = await holdAgreementInForce(trx, successor.networkId, successor.templateId)
  if (earlier !== undefined && earlier.id !== successor.id) await save(trx, earlier, decideEnd(earlier, at), actor)
}

/** Keeps what was decided, announces it and audits it; returns the agreement as it is afterwards. */
export const save = async (
  trx: Trx<AgreementsTables>,
  before: Agreement,
  decided: readonly Happened[],
  actor: Subject,
): Promise<Agreement> => {
  let agreement = before
  for (const happened of decided) {
    if (happened.kind === 'came-into-force') await endPredecessor(trx, agreement, happened.at, actor)
    await saveHappened(trx, agreement, happened)
    agreement = evolve(agreement, happened)
    await announce(trx, agreement, happened, actor)
  }
  return agreement
}
