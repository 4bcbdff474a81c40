import type {
  Dispute,
  EvidenceFacts,
  ObligationDetail,
  ObligationId,
  ObligationState,
  ObligationSummary,
  ObligationTerm,
  ObligationTermId,
  Rung,
} from '@mreza/contracts-agreements'
import type { AgreementId, Instant, InstitutionId, NetworkId } from '@mreza/contracts-kernel'
import { json, newId, type Trx } from '@mreza/db'
import { type Selectable, sql } from 'kysely'
import { latestFigure } from '../domain/obligations/evidence.ts'
import type { Clause, Term } from '../domain/obligations/obligation.ts'
import type { Owed } from '../domain/obligations/owed.ts'
import { type Period, periodOf } from '../domain/obligations/schedule.ts'
import { nextLook, stateOf } from '../domain/obligations/standing.ts'
import type { ObligationTable, ObligationTermTable } from './obligation-tables.ts'
import type { AgreementsTables } from './tables.ts'

type Store = Trx<AgreementsTables>
export type ObligationRow = Selectable<ObligationTable>
export type TermRow = Selectable<ObligationTermTable>

/** A term with what decides how it stands. */
export interface LoadedTerm extends TermRow {
  readonly evidence: readonly EvidenceFacts[]
  readonly dispute: Dispute | null
  readonly reminded: readonly Rung[]
}

/** A term as its rules see it. */
export const termOf = (row: LoadedTerm): Term => ({
  number: row.number,
  startsAt: row.starts_at,
  dueAt: row.due_at,
  keptAt: row.kept_at,
  waivedAt: row.waived_at,
  dispute: row.dispute,
  evidence: row.evidence,
})

const factsOf = sql<EvidenceFacts[]>`coalesce((
  select jsonb_agg(e.facts order by e.at, e.id) from obligation_evidence e where e.term_id = obligation_term.id), '[]')`
const remindedOf = sql<Rung[]>`coalesce((select array_agg(r.rung) from obligation_reminder r where r.term_id = obligation_term.id), '{}')`
/** The last dispute of a term, in the shape of the contract. */
const disputeOf = sql<Dispute | null>`(
  select jsonb_build_object('at', d.at, 'by', d.by_id, 'institutionId', d.by_institution_id, 'reason', d.reason,
    'settled', case when d.settled_at is null then null else jsonb_build_object(
      'at', d.settled_at, 'by', d.settled_by, 'outcome', d.outcome, 'reason', d.settled_because) end)
  from obligation_dispute d where d.term_id = obligation_term.id order by d.at desc limit 1)`

const terms = (trx: Store) =>
  trx
    .selectFrom('obligation_term')
    .selectAll('obligation_term')
    .select([factsOf.as('evidence'), remindedOf.as('reminded'), disputeOf.as('dispute')])

/** The terms of an obligation, the newest first. */
export const termsOf = (trx: Store, id: ObligationId): Promise<LoadedTerm[]> =>
  terms(trx).where('obligation_id', '=', id).orderBy('number', 'desc').execute()

/** One obligation as far as the transaction's subject may see it. */
export const findObligation = (trx: Store, id: ObligationId): Promise<ObligationRow | undefined> =>
  trx.selectFrom('obligation').selectAll().where('id', '=', id).executeTakeFirst()

/** A term, held against every other change until the transaction ends. */
export const holdTerm = async (trx: Store, obligationId: ObligationId, id: ObligationTermId): Promise<LoadedTerm | undefined> => {
  const held = await trx
    .selectFrom('obligation_term')
    .select('id')
    .where('id', '=', id)
    .where('obligation_id', '=', obligationId)
    .forUpdate()
    .executeTakeFirst()
  return held && terms(trx).where('id', '=', id).executeTakeFirst()
}

/** Terms that time may have changed by now; held, so that two instances never look at one twice. */
export const termsToLookAt = async (trx: Store, now: Instant): Promise<LoadedTerm[]> => {
  const held = await trx
    .selectFrom('obligation_term')
    .select('id')
    .where('next_look_at', '<=', now)
    .orderBy('next_look_at')
    .limit(100)
    .forUpdate()
    .skipLocked()
    .execute()
  if (held.length === 0) return []
  const ids = held.map(({ id }) => id)
  return terms(trx).where('id', 'in', ids).orderBy('due_at').execute()
}

/** Writes how a term stands after what happened, and when it is looked at again. */
export const saveStanding = async (trx: Store, row: LoadedTerm, now: Instant): Promise<ObligationState> => {
  const state = stateOf(termOf(row), now)
  const next_look_at = nextLook(termOf(row), now)
  await trx
    .updateTable('obligation_term')
    .set({
      state,
      kept_at: row.kept_at,
      waived_at: row.waived_at,
      waived_by: row.waived_by,
      waiver: row.waiver === null ? null : (json(row.waiver) as never),
      next_look_at,
    })
    .where('id', '=', row.id)
    .execute()
  return state
}

/** Opens a term; opening it twice is once. */
export const openTerm = async (trx: Store, obligation: ObligationRow, period: Period, now: Instant): Promise<void> => {
  const term = { ...period, keptAt: null, waivedAt: null, dispute: null, evidence: [] }
  await trx
    .insertInto('obligation_term')
    .values({
      id: newId<'ObligationTermId'>(),
      obligation_id: obligation.id,
      network_id: obligation.network_id,
      institution_id: obligation.institution_id,
      number: period.number,
      starts_at: period.startsAt,
      due_at: period.dueAt,
      state: stateOf(term, now),
      kept_at: null,
      waived_at: null,
      waived_by: null,
      waiver: null,
      // Looked at once at the beginning, so that its state is said.
      next_look_at: now,
    })
    .onConflict((on) => on.columns(['obligation_id', 'number']).doNothing())
    .execute()
}

/** Begins what is owed and not in the register yet, each with its first term. */
export const beginObligations = async (
  trx: Store,
  agreement: { readonly id: AgreementId; readonly networkId: NetworkId; readonly clauses: ReadonlyMap<string, ObligationRow['content']> },
  owed: readonly Owed[],
  now: Instant,
): Promise<void> => {
  for (const { institutionId, clause, beginsAt } of owed) {
    const content = agreement.clauses.get(clause)
    if (content === undefined) continue
    const begun = await trx
      .insertInto('obligation')
      .values({
        id: newId<'ObligationId'>(),
        agreement_id: agreement.id,
        network_id: agreement.networkId,
        institution_id: institutionId,
        clause,
        content: json(content) as never,
        begins_at: beginsAt,
        responsible_id: null,
        ended_at: null,
      })
      .onConflict((on) => on.columns(['agreement_id', 'institution_id', 'clause']).doNothing())
      .returningAll()
      .executeTakeFirst()
    const first = begun && periodOf(content, beginsAt, 1)
    if (begun !== undefined && first !== null && first !== undefined) await openTerm(trx, begun, first, now)
  }
}

/** Ends the obligations under an agreement that are owed no more: nothing falls due under them from now on. Says which. */
export const endObligations = async (
  trx: Store,
  agreementId: AgreementId,
  owed: readonly Owed[],
  now: Instant,
): Promise<ObligationRow[]> => {
  const still = new Set(owed.map(({ institutionId, clause }) => `${institutionId} ${clause}`))
  const running = await trx
    .selectFrom('obligation')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('ended_at', 'is', null)
    .execute()
  const over = running.filter(({ institution_id, clause }) => !still.has(`${institution_id} ${clause}`))
  if (over.length === 0) return []
  const ids = over.map(({ id }) => id)
  await trx.updateTable('obligation').set({ ended_at: now }).where('id', 'in', ids).execute()
  await trx.updateTable('obligation_term').set({ next_look_at: null }).where('obligation_id', 'in', ids).execute()
  return over
}

/** What hurts first comes first. */
const order: Record<ObligationState, number> = { broken: 0, late: 1, disputed: 2, due: 3, 'not-due': 4, kept: 5, waived: 6 }
const openStates = ['broken', 'late', 'disputed', 'due'] as const

interface Listed extends ObligationRow {
  term: Selectable<ObligationTermTable>
  facts: EvidenceFacts[]
}

const latestOf = (clause: Clause, facts: readonly EvidenceFacts[]): ObligationSummary['latest'] => latestFigure(clause, facts)

/** An obligation in a list with the term that counts. */
export const summaryFrom = (row: ObligationRow, term: TermRow, facts: readonly EvidenceFacts[]): ObligationSummary => ({
  id: row.id,
  agreementId: row.agreement_id,
  networkId: row.network_id,
  institutionId: row.institution_id,
  responsibleId: row.responsible_id,
  clause: row.clause,
  what: row.content.what,
  articleNumber: row.content.articleNumber,
  promised: row.content.promised ?? null,
  term: { id: term.id, number: term.number, startsAt: term.starts_at, dueAt: term.due_at, state: term.state, keptAt: term.kept_at },
  latest: latestOf(row.content, facts),
  endedAt: row.ended_at,
})

export interface Narrowed {
  readonly networkId: NetworkId
  readonly agreementId?: AgreementId | undefined
  readonly institutionId?: InstitutionId | undefined
  readonly states?: readonly ObligationState[] | undefined
}

/** Obligations with the term that counts: the oldest that is not settled, else the newest. One statement for all. */
export const listRows = async (trx: Store, { networkId, agreementId, institutionId, states }: Narrowed): Promise<ObligationSummary[]> => {
  const { rows } = await sql<Listed>`
    select o.*, to_jsonb(t.*) as term,
      coalesce((select jsonb_agg(e.facts order by e.at, e.id) from obligation_evidence e where e.term_id = t.id), '[]') as facts
    from obligation o
    cross join lateral (
      select * from obligation_term t where t.obligation_id = o.id and t.starts_at <= now()
      order by t.state = any (${[...openStates]}::text[]) desc, case when t.state = any (${[...openStates]}::text[]) then t.number else -t.number end
      limit 1) t
    where o.network_id = ${networkId}
      and (${agreementId ?? null}::uuid is null or o.agreement_id = ${agreementId ?? null})
      and (${institutionId ?? null}::uuid is null or o.institution_id = ${institutionId ?? null})
      and (${states === undefined ? null : [...states]}::text[] is null or t.state = any (${states === undefined ? null : [...states]}::text[]))
    order by o.ended_at is not null, t.due_at
    limit 2000`.execute(trx)
  const listed = rows.map(({ term, facts, ...row }) => summaryFrom(row, instants(term), facts))
  return listed.sort((a, b) => order[a.term.state] - order[b.term.state])
}

/** Moments inside JSON come as PostgreSQL writes them; ours are ISO strings in UTC. */
const instants = (term: TermRow): TermRow => ({
  ...term,
  starts_at: iso(term.starts_at),
  due_at: iso(term.due_at),
  kept_at: term.kept_at === null ? null : iso(term.kept_at),
})
const iso = (moment: string): Instant => new Date(moment).toISOString()

const disputeFrom = (dispute: Dispute | null): Dispute | null =>
  dispute && { ...dispute, at: iso(dispute.at), settled: dispute.settled && { ...dispute.settled, at: iso(dispute.settled.at) } }

/** Everything of one obligation (two statements for its terms' evidence and reminders, whatever their number). */
export const detailFrom = async (trx: Store, row: ObligationRow): Promise<ObligationDetail> => {
  const loaded = await termsOf(trx, row.id)
  const evidence = await trx
    .selectFrom('obligation_evidence')
    .selectAll()
    .where('obligation_id', '=', row.id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const reminders = await trx.selectFrom('obligation_reminder').selectAll().where('obligation_id', '=', row.id).orderBy('at').execute()
  const comments = await trx
    .selectFrom('obligation_comment')
    .selectAll()
    .where('obligation_id', '=', row.id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const { title } = await trx.selectFrom('agreement').select('title').where('id', '=', row.agreement_id).executeTakeFirstOrThrow()
  const whole = (term: LoadedTerm): ObligationTerm => ({
    ...summaryFrom(row, term, []).term,
    evidence: evidence
      .filter(({ term_id }) => term_id === term.id)
      .map(({ id, facts, file, at, by_id }) => ({ id, facts, file, at, by: by_id })),
    dispute: disputeFrom(term.dispute),
    waiver:
      term.waived_at === null || term.waived_by === null || term.waiver === null
        ? null
        : { at: term.waived_at, by: term.waived_by, ...term.waiver },
    reminders: reminders.filter(({ term_id }) => term_id === term.id).map(({ rung, at }) => ({ rung, at })),
  })
  const open = loaded.filter(({ state }) => (openStates as readonly string[]).includes(state)).at(-1)
  const counts = open ?? loaded[0]
  if (counts === undefined) throw new Error('an obligation has no term')
  return {
    ...summaryFrom(row, counts, counts.evidence),
    agreementTitle: title,
    measure: row.content.measure,
    evidenceAsked: row.content.evidence,
    observes: row.content.observes ?? null,
    terms: loaded.map(whole),
    comments: comments.map(({ at, by_id, by_institution_id, text }) => ({ at, by: by_id, institutionId: by_institution_id, text })),
  }
}
