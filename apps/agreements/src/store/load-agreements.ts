import type { AgreementState, Party, PartyStanding } from '@mreza/contracts-agreements'
import type { AgreementId, InstitutionId, NetworkId, Slug } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { SelectQueryBuilder } from 'kysely'
import type { Agreement } from '../domain/agreement.ts'
import type { AgreementRow, AgreementsTables, PartyRow } from './tables.ts'

type Agreements = SelectQueryBuilder<AgreementsTables, 'agreement', AgreementRow>
type Store = Trx<AgreementsTables>

interface Said {
  readonly agreement_id: AgreementId
  readonly institution_id: InstitutionId
  readonly standing: (askedAt: string) => PartyStanding
}

const saidIn = async (trx: Store, ids: readonly AgreementId[]): Promise<Said[]> => {
  const rows = await trx
    .selectFrom('signature')
    .leftJoin('decline_reason', 'decline_reason.signature_id', 'signature.id')
    .selectAll('signature')
    .select('decline_reason.reason')
    .where('signature.agreement_id', 'in', ids)
    .orderBy('signature.at')
    .orderBy('signature.id')
    .execute()
  return rows.map((row) => ({
    agreement_id: row.agreement_id,
    institution_id: row.institution_id,
    standing: (askedAt): PartyStanding =>
      row.kind === 'signed'
        ? { state: 'signed', askedAt, signedAt: row.at, signedBy: row.person_id, textHash: row.text_hash ?? '' }
        : { state: 'declined', askedAt, declinedAt: row.at, declinedBy: row.person_id, reason: row.reason },
  }))
}

/** The latest word of a party counts; after a signature there is none (AG7). */
const standingOf = (agreement: AgreementRow, party: PartyRow, said: readonly Said[]): PartyStanding => {
  if (agreement.sent_at === null) return { state: 'named' }
  const latest = said.findLast((one) => one.agreement_id === agreement.id && one.institution_id === party.institution_id)
  return latest === undefined ? { state: 'asked', askedAt: agreement.sent_at } : latest.standing(agreement.sent_at)
}

const agreementFrom = (row: AgreementRow, parties: readonly Party[]): Agreement => ({
  id: row.id,
  networkId: row.network_id,
  templateId: row.template_id,
  kind: row.content.kind,
  title: row.content.title,
  content: row.content,
  state: row.state,
  draftedAt: row.drafted_at,
  draftedFor: row.drafted_for,
  sentAt: row.sent_at,
  inForceAt: row.in_force_at,
  endedAt: row.ended_at,
  textHash: row.text_hash,
  parties: [...parties],
})

const withParties = async (trx: Store, rows: readonly AgreementRow[]): Promise<Agreement[]> => {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const parties = await trx.selectFrom('party').selectAll().where('agreement_id', 'in', ids).orderBy('position').execute()
  const said = await saidIn(trx, ids)
  const partiesOf = (row: AgreementRow): Party[] =>
    parties
      .filter((party) => party.agreement_id === row.id)
      .map((party) => ({
        institutionId: party.institution_id,
        sector: party.sector,
        required: party.required,
        standing: standingOf(row, party, said),
      }))
  return rows.map((row) => agreementFrom(row, partiesOf(row)))
}

const load = async (trx: Store, narrow: (query: Agreements) => Agreements): Promise<Agreement[]> =>
  withParties(trx, await narrow(trx.selectFrom('agreement').selectAll() as Agreements).execute())

/** One agreement as far as the transaction's subject may see it. */
export const loadAgreement = async (trx: Store, id: AgreementId): Promise<Agreement | undefined> =>
  (await load(trx, (query) => query.where('id', '=', id)))[0]

/** The same, held against every other change until the transaction ends. */
export const holdAgreement = async (trx: Store, id: AgreementId): Promise<Agreement | undefined> => {
  await trx.selectFrom('agreement').select('id').where('id', '=', id).forUpdate().execute()
  return loadAgreement(trx, id)
}

/** The agreements of a network that are in one of the states, newest first. */
export const agreementsOf = (trx: Store, networkId: NetworkId, states: readonly AgreementState[]): Promise<Agreement[]> =>
  load(trx, (query) => query.where('network_id', '=', networkId).where('state', 'in', states).orderBy('drafted_at', 'desc').limit(500))

/** Agreements that the institution may still sign, oldest first. */
export const openAgreementsOf = (trx: Store, institutionId: InstitutionId): Promise<Agreement[]> =>
  load(trx, (query) =>
    query
      .where('state', 'in', ['sent', 'in-force'])
      .where('id', 'in', (party) => party.selectFrom('party').select('agreement_id').where('institution_id', '=', institutionId))
      .orderBy('sent_at')
      .limit(500),
  )

/** The agreement of a template in force in a network (AG9), held until the transaction ends. */
export const holdAgreementInForce = async (trx: Store, networkId: NetworkId, templateId: Slug): Promise<Agreement | undefined> => {
  const held = await trx
    .selectFrom('agreement')
    .select('id')
    .where('network_id', '=', networkId)
    .where('template_id', '=', templateId)
    .where('state', '=', 'in-force')
    .forUpdate()
    .executeTakeFirst()
  return held && loadAgreement(trx, held.id)
}
