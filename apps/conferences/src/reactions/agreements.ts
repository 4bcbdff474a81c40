import { type Reaction, reaction } from '@mreza/bus'
import {
  agreementCameIntoForce,
  agreementEnded,
  type agreementOperations,
  agreementPartyAcceded,
  agreementPartyWithdrew,
  agreementResumed,
  agreementSuspended,
} from '@mreza/contracts-agreements'
import { json } from '@mreza/db'
import type { ClientOf } from '@mreza/rpc'
import type { ConferencesTrx } from '../store/executors.ts'
import { endProcedure, keepSuspension } from '../store/read-models.ts'

/** The operations of the agreements service that this service calls. */
export type Agreements = Pick<ClientOf<typeof agreementOperations>, 'readProcedure'>

/**
 * Fetches and keeps the procedure of an agreement that came into force: new cases open under it (CF7). It never changes,
 * so that a case keeps what it opened under (CF8). An agreement without a procedure is passed over: no case opens under it (CF26).
 */
export const onAgreementCameIntoForce = (agreements: Agreements): Reaction =>
  reaction(agreementCameIntoForce, async (trx: ConferencesTrx, { data }) => {
    const read = await agreements.readProcedure({ agreementId: data.agreementId })
    if (read.procedure === null || read.conferenceRule === null) return
    const parts = {
      procedure: json(read.procedure),
      conference_rule: json(read.conferenceRule),
      information_rules: json(read.informationRules),
      parties: json(read.parties),
    }
    const row = {
      agreement_id: data.agreementId,
      network_id: data.networkId,
      template_id: data.templateId,
      title: json(read.title),
      in_force_at: data.at,
      ...parts,
    }
    await trx
      .insertInto('procedure')
      .values(row as never)
      .onConflict((on) => on.column('agreement_id').doNothing())
      .execute()
  })

/** Notes the end of an agreement: no new case opens under it. */
export const onAgreementEnded = reaction(agreementEnded, (trx: ConferencesTrx, { data }) => endProcedure(trx, data.agreementId, data.at))

/** While an agreement is suspended no new case opens under it (AG29); those that are open go on under it (CF8). */
export const onAgreementSuspended = reaction(agreementSuspended, (trx: ConferencesTrx, { data }) =>
  keepSuspension(trx, data.agreementId, true, data.at),
)
export const onAgreementResumed = reaction(agreementResumed, (trx: ConferencesTrx, { data }) =>
  keepSuspension(trx, data.agreementId, false, data.at),
)

/** Who is invited to conferences follows who accedes and withdraws; the procedure itself stays as it is (AG10). */
export const onPartiesChanged = (agreements: Agreements): Reaction[] =>
  [agreementPartyAcceded, agreementPartyWithdrew].map((event) =>
    reaction(event as typeof agreementPartyWithdrew, async (trx: ConferencesTrx, { data }) => {
      const { parties } = await agreements.readProcedure({ agreementId: data.agreementId })
      await trx
        .updateTable('procedure')
        .set({ parties: json(parties) as never })
        .where('agreement_id', '=', data.agreementId)
        .execute()
    }),
  )
