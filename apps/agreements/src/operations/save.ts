import type { Trx } from '@mreza/db'
import type { Agreement, Happened } from '../domain/agreement.ts'
import { decideReplaced } from '../domain/decide-keep.ts'
import { evolve } from '../domain/evolve.ts'
import { stepOf } from '../domain/step-of.ts'
import { holdAgreementInForce } from '../store/load-agreements.ts'
import { insertStep, saveHappened, setLook, takeTurnInForce } from '../store/save-agreement.ts'
import type { AgreementsTables } from '../store/tables.ts'
import { type Actor, announce } from './announce.ts'

/** Ends the agreement that this one takes the place of (AG9). */
const endPredecessor = async (trx: Trx<AgreementsTables>, successor: Agreement, at: string, actor: Actor): Promise<void> => {
  await takeTurnInForce(trx, successor)
  const earlier = await holdAgreementInForce(trx, successor.networkId, successor.templateId)
  if (earlier !== undefined && earlier.id !== successor.id) await save(trx, earlier, decideReplaced(earlier, at), actor)
}

const keep = async (trx: Trx<AgreementsTables>, before: Agreement, happened: Happened, actor: Actor): Promise<Agreement> => {
  if (happened.kind === 'came-into-force') await endPredecessor(trx, before, happened.at, actor)
  await saveHappened(trx, before, happened)
  const step = stepOf(happened)
  if (step !== null) await insertStep(trx, before, step)
  const after = evolve(before, happened)
  await announce(trx, after, happened, actor)
  return step === null ? after : { ...after, steps: [step, ...after.steps] }
}

/** Keeps what was decided, announces it and audits it; returns the agreement as it is afterwards. A clock looks at it soon. */
export const save = async (
  trx: Trx<AgreementsTables>,
  before: Agreement,
  decided: readonly Happened[],
  actor: Actor,
): Promise<Agreement> => {
  let agreement = before
  for (const happened of decided) agreement = await keep(trx, agreement, happened, actor)
  const last = decided.at(-1)
  if (actor !== 'clock' && last !== undefined && agreement.sentAt !== null) await setLook(trx, agreement, last.at)
  return agreement
}
