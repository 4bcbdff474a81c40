import type { NetworkId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { type AgreementFacts, mergeFacts, type PartyFacts } from '../domain/agreement-facts.ts'
import type { Tables } from './tables.ts'

type PartyRow = Tables['tracked_party']
type AgreementRow = Tables['tracked_agreement']

const partyFacts = (row: PartyRow): [PartyRow['institution_id'], PartyFacts] => [
  row.institution_id,
  { askedAt: row.asked_at, signedAt: row.signed_at, declinedAt: row.declined_at },
]

const factsFrom = (row: AgreementRow, parties: readonly PartyRow[]): AgreementFacts => ({
  agreementId: row.agreement_id,
  networkId: row.network_id,
  sentAt: row.sent_at,
  inForceAt: row.in_force_at,
  endedAt: row.ended_at,
  parties: new Map(parties.filter((party) => party.agreement_id === row.agreement_id).map(partyFacts)),
})

const keyOf = ({ networkId, agreementId }: AgreementFacts) => ({ network_id: networkId, agreement_id: agreementId })

/** Reads what is known of one agreement and holds it until the transaction ends. */
const holdAgreement = async (trx: Trx<Tables>, heard: AgreementFacts): Promise<AgreementFacts> => {
  const key = keyOf(heard)
  await trx
    .insertInto('tracked_agreement')
    .values({ ...key, sent_at: null, in_force_at: null, ended_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await trx
    .selectFrom('tracked_agreement')
    .selectAll()
    .where('network_id', '=', key.network_id)
    .where('agreement_id', '=', key.agreement_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return factsFrom(row, await partiesOf(trx, heard))
}

const partiesOf = (trx: Trx<Tables>, { networkId, agreementId }: AgreementFacts) =>
  trx.selectFrom('tracked_party').selectAll().where('network_id', '=', networkId).where('agreement_id', '=', agreementId).execute()

const saveAgreement = async (trx: Trx<Tables>, facts: AgreementFacts): Promise<void> => {
  const key = keyOf(facts)
  await trx
    .updateTable('tracked_agreement')
    .set({ sent_at: facts.sentAt, in_force_at: facts.inForceAt, ended_at: facts.endedAt })
    .where('network_id', '=', key.network_id)
    .where('agreement_id', '=', key.agreement_id)
    .execute()
  for (const [institutionId, party] of facts.parties) {
    const times = { asked_at: party.askedAt, signed_at: party.signedAt, declined_at: party.declinedAt }
    await trx
      .insertInto('tracked_party')
      .values({ ...key, institution_id: institutionId, ...times })
      .onConflict((conflict) => conflict.columns(['network_id', 'agreement_id', 'institution_id']).doUpdateSet(times))
      .execute()
  }
}

/** Adds what was heard to what is known (MO3). */
export const learn = async (trx: Trx<Tables>, heard: AgreementFacts): Promise<void> => {
  await saveAgreement(trx, mergeFacts(await holdAgreement(trx, heard), heard))
}

/** Everything known of the agreements of a network, the one sent last first. */
export const agreementsOf = async (trx: Trx<Tables>, networkId: NetworkId): Promise<AgreementFacts[]> => {
  const rows = await trx
    .selectFrom('tracked_agreement')
    .selectAll()
    .where('network_id', '=', networkId)
    .orderBy('sent_at', 'desc')
    .execute()
  const parties = await trx.selectFrom('tracked_party').selectAll().where('network_id', '=', networkId).execute()
  return rows.map((row) => factsFrom(row, parties))
}
