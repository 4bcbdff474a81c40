import type { AgreementState, Party, PartyStanding } from '@mreza/contracts-agreements'
import type { AgreementId, InstitutionId, NetworkId, Slug } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { SelectQueryBuilder } from 'kysely'
import type { Agreement, ListedAgreement } from '../domain/agreement.ts'
import type { AgreementsTables, ListedRow, PartyRow } from './tables.ts'

type Agreements = SelectQueryBuilder<AgreementsTables, 'agreement', ListedRow>
type Store = Trx<AgreementsTables>

interface Said {
  readonly agreement_id: AgreementId
  readonly institution_id: InstitutionId
  readonly standing: (askedAt: string) => PartyStanding
}

/** What a signature was before there were other ways. */
const byItsHead = { entitlement: { as: 'head' }, how: { method: 'recorded', confirmedBy: null } } as const

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
        ? { state: 'signed', askedAt, signedAt: row.at, signedBy: row.person_id, textHash: row.text_hash ?? '', ...byItsHead }
        : { state: 'declined', askedAt, declinedAt: row.at, declinedBy: row.person_id, reason: row.reason },
  }))
}

/** The latest word of a party counts; after a signature there is none (AG7). */
const standingOf = (agreement: ListedRow, party: PartyRow, said: readonly Said[]): PartyStanding => {
  if (agreement.sent_at === null) return { state: 'named' }
  const latest = said.findLast((one) => one.agreement_id === agreement.id && one.institution_id === party.institution_id)
  return latest === undefined ? { state: 'asked', askedAt: agreement.sent_at } : latest.standing(agreement.sent_at)
}

const agreementFrom = (row: ListedRow, parties: readonly Party[]): ListedAgreement => ({
  id: row.id,
  networkId: row.network_id,
  templateId: row.template_id,
  kind: row.kind,
  title: row.title,
  state: row.state,
  amends: null,
  draftedAt: row.drafted_at,
  draftedFor: row.drafted_for,
  sentAt: row.sent_at,
  signBy: null,
  inForceAt: row.in_force_at,
  suspendedAt: null,
  reviewDueAt: null,
  expiresAt: null,
  endedAt: row.ended_at,
  endedWhy: row.ended_at === null ? null : 'replaced',
  lapsedAt: null,
  rounds: [],
  deputies: [],
  steps: [],
  amendment: null,
  textHash: row.text_hash,
  parties: [...parties],
})

const withParties = async (trx: Store, rows: readonly ListedRow[]): Promise<ListedAgreement[]> => {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const parties = await trx.selectFrom('party').selectAll().where('agreement_id', 'in', ids).orderBy('position').execute()
  const said = await saidIn(trx, ids)
  const partiesOf = (row: ListedRow): Party[] =>
    parties
      .filter((party) => party.agreement_id === row.id)
      .map((party) => ({
        institutionId: party.institution_id,
        sector: party.sector,
        required: party.required,
        round: 1,
        council: { state: 'not-needed' },
        invitedAt: null,
        wetInk: null,
        standing: standingOf(row, party, said),
      }))
  return rows.map((row) => agreementFrom(row, partiesOf(row)))
}

const listed = [
  'id',
  'network_id',
  'template_id',
  'kind',
  'title',
  'drafted_at',
  'drafted_by',
  'drafted_for',
  'state',
  'sent_at',
  'text_hash',
  'in_force_at',
  'ended_at',
] as const satisfies readonly (keyof ListedRow)[]

const list = async (trx: Store, narrow: (query: Agreements) => Agreements): Promise<ListedAgreement[]> =>
  withParties(trx, await narrow(trx.selectFrom('agreement').select(listed)).execute())

/** One agreement as far as the transaction's subject may see it. */
export const loadAgreement = async (trx: Store, id: AgreementId): Promise<Agreement | undefined> => {
  const row = await trx.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const [agreement] = await withParties(trx, [row])
  return agreement && { ...agreement, content: row.content }
}

/** The same, held against every other change until the transaction ends. */
export const holdAgreement = async (trx: Store, id: AgreementId): Promise<Agreement | undefined> => {
  await trx.selectFrom('agreement').select('id').where('id', '=', id).forUpdate().execute()
  return loadAgreement(trx, id)
}

/** The agreements of a network that are in one of the states, newest first. */
export const agreementsOf = (trx: Store, networkId: NetworkId, states: readonly AgreementState[]): Promise<ListedAgreement[]> =>
  list(trx, (query) => query.where('network_id', '=', networkId).where('state', 'in', states).orderBy('drafted_at', 'desc').limit(500))

/** Agreements that the institution may still sign, oldest first. */
export const openAgreementsOf = (trx: Store, institutionId: InstitutionId): Promise<ListedAgreement[]> =>
  list(trx, (query) =>
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
