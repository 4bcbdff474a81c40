import { type AgreementState, type AgreementStep, bindingStates, type Deputy } from '@mreza/contracts-agreements'
import type { AgreementId, InstitutionId, NetworkId, Slug } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { type Selectable, sql } from 'kysely'
import type { Agreement, ListedAgreement } from '../domain/agreement.ts'
import { instant, type PartyJson, partiesAsJson, partyFrom } from './party-rows.ts'
import type { AgreementsTables, AgreementTable } from './tables.ts'

type Store = Trx<AgreementsTables>

const listed = [
  'id',
  'network_id',
  'template_id',
  'kind',
  'title',
  'drafted_at',
  'drafted_by',
  'drafted_for',
  'amends',
  'state',
  'sent_at',
  'text_hash',
  'sign_by',
  'in_force_at',
  'suspended_at',
  'review_due_at',
  'expires_at',
  'ended_at',
  'ended_why',
  'lapsed_at',
] as const satisfies readonly (keyof AgreementTable)[]

type ListedRow = Pick<Selectable<AgreementTable>, (typeof listed)[number]> & { readonly parties: PartyJson[] }

const agreementFrom = (row: ListedRow): ListedAgreement => ({
  id: row.id,
  networkId: row.network_id,
  templateId: row.template_id,
  kind: row.kind,
  title: row.title,
  state: row.state,
  amends: row.amends,
  draftedAt: row.drafted_at,
  draftedFor: row.drafted_for,
  sentAt: row.sent_at,
  textHash: row.text_hash,
  signBy: row.sign_by,
  inForceAt: row.in_force_at,
  suspendedAt: row.suspended_at,
  reviewDueAt: row.review_due_at,
  expiresAt: row.expires_at,
  endedAt: row.ended_at,
  endedWhy: row.ended_why,
  lapsedAt: row.lapsed_at,
  parties: row.parties.map(partyFrom),
})

const list = (trx: Store) => trx.selectFrom('agreement').select(listed).select(partiesAsJson.as('parties'))

const stepsAsJson = sql<AgreementStep[]>`coalesce((
  select jsonb_agg(jsonb_build_object('kind', t.kind, 'at', t.at, 'by', t.person_id, 'institutionId', t.institution_id,
    'reason', t.reason, 'decision', t.decision) order by t.at desc, t.id desc)
  from agreement_step t where t.agreement_id = agreement.id), '[]')`

/** Who deputises today for a party. */
const deputiesAsJson = sql<Deputy[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', d.id, 'institutionId', d.institution_id, 'personId', d.person_id, 'decision', d.decision,
    'until', d.until, 'recordedAt', d.recorded_at, 'recordedBy', d.recorded_by) order by d.recorded_at)
  from deputy d where d.ended_at is null and (d.until is null or d.until >= (now() at time zone 'Europe/Belgrade')::date)
    and d.institution_id in (select p.institution_id from party p where p.agreement_id = agreement.id)), '[]')`

const amendmentOf = sql<AgreementId | null>`(
  select next.id from agreement next where next.amends = agreement.id and next.state in ('draft', 'negotiation', 'ready', 'sent'))`

/** One agreement as far as the transaction's subject may see it, with its parties and what was said: one statement, however many they are. */
export const loadAgreement = async (trx: Store, id: AgreementId): Promise<Agreement | undefined> => {
  const row = await list(trx)
    .select(['content', 'rounds', stepsAsJson.as('steps'), deputiesAsJson.as('deputies'), amendmentOf.as('amendment')])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { content, rounds, steps, deputies, amendment } = row
  return {
    ...agreementFrom(row),
    content,
    rounds,
    steps: steps.map((step) => ({ ...step, at: instant(step.at) })),
    deputies: deputies.map((deputy) => ({ ...deputy, recordedAt: instant(deputy.recordedAt) })),
    amendment,
  }
}

/** The same, held against every other change until the transaction ends. */
export const holdAgreement = async (trx: Store, id: AgreementId): Promise<Agreement | undefined> => {
  await trx.selectFrom('agreement').select('id').where('id', '=', id).forUpdate().execute()
  return loadAgreement(trx, id)
}

/** The agreements of a network that are in one of the states, newest first. */
export const agreementsOf = async (trx: Store, networkId: NetworkId, states: readonly AgreementState[]): Promise<ListedAgreement[]> => {
  const rows = await list(trx)
    .where('network_id', '=', networkId)
    .where('state', 'in', states)
    .orderBy('drafted_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(agreementFrom)
}

/** Agreements that the institution may still sign, oldest first. */
export const openAgreementsOf = async (trx: Store, institutionId: InstitutionId): Promise<ListedAgreement[]> => {
  const rows = await list(trx)
    .where('state', 'in', ['sent', ...bindingStates])
    .where('id', 'in', (party) => party.selectFrom('party').select('agreement_id').where('institution_id', '=', institutionId))
    .orderBy('sent_at')
    .limit(500)
    .execute()
  return rows.map(agreementFrom)
}

/** The version of a template that binds a network (AG9), held until the transaction ends. */
export const holdAgreementInForce = async (trx: Store, networkId: NetworkId, templateId: Slug): Promise<Agreement | undefined> => {
  const held = await trx
    .selectFrom('agreement')
    .select('id')
    .where('network_id', '=', networkId)
    .where('template_id', '=', templateId)
    .where('state', 'in', bindingStates)
    .forUpdate()
    .executeTakeFirst()
  return held && loadAgreement(trx, held.id)
}

/** The agreement whose moment for a clock came first, held; one that another instance holds is left to it. */
export const holdNextDue = async (trx: Store, now: string): Promise<AgreementId | undefined> => {
  const due = await trx
    .selectFrom('agreement')
    .select('id')
    .where('look_at', '<=', now)
    .orderBy('look_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return due?.id
}
