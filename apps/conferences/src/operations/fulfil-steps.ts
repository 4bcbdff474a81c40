import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import type { Fulfilment } from '@mreza/contracts-agreements'
import { clockEnded } from '@mreza/contracts-conferences'
import type { Instant, PersonId, Subject } from '@mreza/contracts-kernel'
import type { CaseRow } from '../store/cases.ts'
import { endClock } from '../store/clocks.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { advanceSteps, stepsFulfilledBy } from '../store/steps.ts'
import { clockEndedFacts } from './clock-facts.ts'
import { measureStep } from './measure-duty.ts'

/** Who did it: a person for their institution, or a person of whom another service told, whose institution is not known here. */
type Actor = Pick<Subject, 'personId' | 'institutionId'> | { readonly personId: PersonId | null; readonly institutionId: null }

const auditActor = ({ personId, institutionId }: Actor) => (institutionId === null ? 'system' : { personId, institutionId })

/** Marks as done what the deed of this moment fulfils, ends its clocks and sets going what waited for it (CF10). Nobody has to say it again. */
export const fulfilSteps = async (
  trx: ConferencesTrx,
  row: CaseRow,
  fulfilment: Fulfilment,
  by: { readonly actor: Actor; readonly at: Instant; readonly sentAt: Instant },
): Promise<void> => {
  const { actor, at, sentAt } = by
  for (const { step_id } of await stepsFulfilledBy(trx, row.id, fulfilment)) {
    const done = { done_at: at, done_by: actor.personId }
    await trx.updateTable('case_step').set(done).where('case_id', '=', row.id).where('step_id', '=', step_id).execute()
    const ended = await endClock(trx, { caseId: row.id, stepId: step_id }, at)
    if (ended !== undefined) {
      await emit(trx, clockEnded, clockEndedFacts(ended, row.code, actor, at))
      await measureStep(trx, ended, row, { fulfilledBy: fulfilment }, at)
    }
    await record(trx, { chain: row.id, action: 'complete-step', actor: auditActor(actor), refs: { caseId: row.id, stepId: step_id } })
  }
  await advanceSteps(trx, row, sentAt)
}
