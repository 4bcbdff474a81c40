import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import { agreementCameIntoForce, agreementDeclined, agreementEnded, agreementSent, agreementSigned } from '@mreza/contracts-agreements'
import type { Role, Subject } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { type Agreement, type Happened, partyIdsOf } from '../domain/agreement.ts'
import type { AgreementsTables } from '../store/tables.ts'

const headsOfParties = (agreement: Agreement) => ({ institutionIds: partyIdsOf(agreement), roles: ['head'] as Role[] })

/** Those who answer for the agreement: the heads of its parties and the coordinator who drafted it. */
const everyoneConcerned = (agreement: Agreement, ...more: Role[]) => ({
  institutionIds: [...new Set([...partyIdsOf(agreement), agreement.draftedFor])],
  roles: ['head', 'coordinator', ...more] as Role[],
})

const publish = async (trx: Trx<AgreementsTables>, agreement: Agreement, happened: Happened, actor: Subject): Promise<void> => {
  const about = { agreementId: agreement.id, networkId: agreement.networkId, actorId: actor.personId, at: happened.at }
  const concerned = { ...about, audience: everyoneConcerned(agreement) }
  switch (happened.kind) {
    case 'parties-chosen':
      return
    case 'sent':
      await emit(trx, agreementSent, { ...about, audience: headsOfParties(agreement), partyIds: partyIdsOf(agreement) })
      return
    case 'signed':
      await emit(trx, agreementSigned, { ...concerned, institutionId: happened.institutionId })
      return
    case 'declined':
      await emit(trx, agreementDeclined, { ...concerned, institutionId: happened.institutionId })
      return
    case 'came-into-force': {
      const audience = everyoneConcerned(agreement, 'city-official')
      await emit(trx, agreementCameIntoForce, { ...about, audience, templateId: agreement.templateId, partyIds: partyIdsOf(agreement) })
      return
    }
    case 'ended':
      await emit(trx, agreementEnded, concerned)
  }
}

const actions = {
  'parties-chosen': 'choose-parties',
  sent: 'send-agreement',
  signed: 'sign-agreement',
  declined: 'decline-agreement',
  'came-into-force': 'bring-agreement-into-force',
  ended: 'end-agreement',
} as const satisfies Record<Happened['kind'], string>

/** One deed in the agreement's own audit chain. */
export const auditDeed = (trx: Trx<AgreementsTables>, agreement: Agreement, action: string, actor: Subject): Promise<void> =>
  record(trx, {
    chain: `agreement:${agreement.id}`,
    action,
    actor: { personId: actor.personId, institutionId: actor.institutionId },
    refs: { agreementId: agreement.id, networkId: agreement.networkId },
  })

/** Tells the others what happened and writes it into the audit log, in the transaction that keeps it. */
export const announce = async (trx: Trx<AgreementsTables>, agreement: Agreement, happened: Happened, actor: Subject): Promise<void> => {
  await publish(trx, agreement, happened, actor)
  await auditDeed(trx, agreement, actions[happened.kind], actor)
}
