import type { ObservedDuty } from '@mreza/contracts-agreements'
import type { Instant } from '@mreza/contracts-kernel'
import { asWorker, type Db, json, newId, type Trx } from '@mreza/db'
import { isEnough } from '../domain/obligations/evidence.ts'
import { periodOf } from '../domain/obligations/schedule.ts'
import { rungsToRemind } from '../domain/obligations/standing.ts'
import { findObligation, type LoadedTerm, type ObligationRow, openTerm, saveStanding, termOf, termsToLookAt } from '../store/obligations.ts'
import type { AgreementsTables } from '../store/tables.ts'
import { type Concerned, concernedBy, tell } from './announce-obligation.ts'

type Store = Trx<AgreementsTables>

/** How a duty was kept in a term, as other services saw it. */
export const observedIn = async (trx: Store, row: ObligationRow, duty: ObservedDuty, from: Instant, until: Instant) => {
  const { met, all } = await trx
    .selectFrom('observed_duty')
    .select((eb) => [eb.fn.countAll<number>().as('all'), eb.fn.countAll<number>().filterWhere('met', '=', true).as('met')])
    .where('institution_id', '=', row.institution_id)
    .where('duty', '=', duty)
    .where('at', '>=', from)
    .where('at', '<', until)
    .executeTakeFirstOrThrow()
  return { kind: 'observed', met: Number(met), of: Number(all) } as const
}

/** Where Mreža sees itself how a duty is kept, the end of a term says whether it was (AG44). */
const closeObserved = async (trx: Store, row: ObligationRow, term: LoadedTerm, now: Instant): Promise<LoadedTerm> => {
  const { observes } = row.content
  if (observes === undefined || term.due_at > now || term.evidence.length > 0) return term
  const facts = await observedIn(trx, row, observes, term.starts_at, term.due_at)
  await trx
    .insertInto('obligation_evidence')
    .values({
      id: newId<'EvidenceId'>(),
      term_id: term.id,
      obligation_id: row.id,
      network_id: row.network_id,
      institution_id: row.institution_id,
      at: now,
      by_id: null,
      facts: json(facts) as never,
      file: null,
    })
    .execute()
  const evidence = [...term.evidence, facts]
  return { ...term, evidence, kept_at: isEnough(row.content, evidence) ? term.due_at : null }
}

/** Tells the rungs that were reached; after an outage all of them, each once (AG43). */
const remind = async (trx: Store, row: ObligationRow, term: LoadedTerm, concerned: Concerned, now: Instant): Promise<void> => {
  const of = { term_id: term.id, obligation_id: row.id, network_id: row.network_id, institution_id: row.institution_id }
  for (const rung of rungsToRemind(termOf(term), term.reminded, now)) {
    await trx
      .insertInto('obligation_reminder')
      .values({ ...of, rung, at: now })
      .execute()
    await tell(trx, row, concerned, { kind: 'reminded', rung, dueAt: term.due_at }, { at: now, actorId: null })
  }
}

const openNext = async (trx: Store, row: ObligationRow, term: LoadedTerm, now: Instant): Promise<void> => {
  const next = periodOf(row.content, row.begins_at, term.number + 1)
  if (next !== null && next.startsAt <= now && row.ended_at === null) await openTerm(trx, row, next, now)
}

const lookAt = async (trx: Store, found: LoadedTerm, now: Instant): Promise<void> => {
  const row = await findObligation(trx, found.obligation_id)
  if (row === undefined || row.ended_at !== null) return
  const concerned = await concernedBy(trx, row)
  const term = await closeObserved(trx, row, found, now)
  await remind(trx, row, term, concerned, now)
  const state = await saveStanding(trx, term, now)
  const by = { at: now, actorId: null }
  await tell(trx, row, concerned, { kind: 'moved', state, dueAt: term.due_at }, by)
  if (state === 'broken' && found.state !== 'broken') await tell(trx, row, concerned, { kind: 'broken', dueAt: term.due_at }, by)
  if (term.due_at <= now) await openNext(trx, row, term, now)
}

/** Looks at the terms that time may have changed: says how they stand, reminds, opens the next ones. Says how many. */
export const lookAtTerms = (worker: Db<AgreementsTables>, now: Instant): Promise<number> =>
  asWorker(worker, async (trx) => {
    const due = await termsToLookAt(trx, now)
    for (const term of due) await lookAt(trx, term, now)
    return due.length
  })
