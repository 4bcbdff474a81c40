import { randomInt } from 'node:crypto'
import { emit } from '@mreza/bus'
import { civilDateOf } from '@mreza/calendar'
import { caseOpened, participationGranted, referralTaken, refuseInConferences } from '@mreza/contracts-conferences'
import type { CaseId, Instant, InstitutionId, PersonId, Section, Subject } from '@mreza/contracts-kernel'
import { asSubject, json, newId } from '@mreza/db'
import { once } from '@mreza/rpc'
import { caseCode, codesPerYear } from '../domain/case-code.ts'
import { carriedSteps, mattersOf } from '../domain/procedure.ts'
import type { CaseRow } from '../store/cases.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { coordinatorsOf, networkSlug, type ProcedureRow, procedureInForce } from '../store/read-models.ts'
import type { ReferralRow } from '../store/referrals.ts'
import { advanceSteps, giveClockToStep, insertSteps } from '../store/steps.ts'
import { audit } from './announce.ts'
import { caseFacts } from './case-facts.ts'
import { fulfilSteps } from './fulfil-steps.ts'
import { answerableReferral } from './may-referral.ts'
import { measureAnswer } from './measure-duty.ts'
import type { Of } from './parts.ts'
import { referralFacts } from './referral-facts.ts'

/** The legal duty on which the receiving institution works on a case. */
const guardianshipDuty = 'priority-immediate-24h'
const reporterDuty = 'feedback-to-reporter'
const coordinatorDuty = 'coordination'

const everySection: Section[] = ['core', 'safety', 'health', 'legal', 'voice']

/** Who takes part from the first moment: the receiver with all sections, the one who referred, and the coordinator with the core (CF7). */
const firstParticipations = (referral: ReferralRow, coordinators: readonly { person_id: PersonId; institution_id: InstitutionId }[]) => [
  { institution_id: referral.receiver_id, person_id: null, sections: everySection, rule: guardianshipDuty },
  { institution_id: referral.sender_id, person_id: referral.sent_by, sections: ['core' as const], rule: reporterDuty },
  ...coordinators
    .filter(({ institution_id }) => institution_id !== referral.receiver_id)
    .map((coordinator) => ({ ...coordinator, sections: ['core' as const], rule: coordinatorDuty })),
]

const admitFirst = async (trx: ConferencesTrx, caseId: CaseId, referral: ReferralRow, at: Instant) => {
  const first = firstParticipations(referral, await coordinatorsOf(trx, referral.network_id))
  const rows = first.map(({ rule, ...who }) => ({
    ...who,
    case_id: caseId,
    id: newId(),
    basis: json({ kind: 'legal-duty', rule }),
    from_at: at,
  }))
  await trx
    .insertInto('participation')
    .values(rows as never)
    .execute()
  return rows
}

/**
 * Tells other services who takes part beside the institution that leads: they keep who holds what. The people themselves hear of it by
 * what else is told of the case, so nobody is the audience.
 */
const announceFirst = async (
  trx: ConferencesTrx,
  facts: ReturnType<typeof caseFacts>,
  first: Awaited<ReturnType<typeof admitFirst>>,
): Promise<void> => {
  for (const { id, institution_id, person_id, sections } of first.filter((each) => each.person_id !== null)) {
    const granted = { participationId: id, institutionId: institution_id, personId: person_id, sections }
    await emit(trx, participationGranted, { ...facts, audience: {}, ...granted })
  }
}

/** Draws codes until one is free (CF9). */
type NewCase = Omit<CaseRow, 'code' | 'victim_status' | 'case_manager_id' | 'plan_approved_at'>

const insertCase = async (trx: ConferencesTrx, row: NewCase): Promise<CaseRow> => {
  const slug = await networkSlug(trx, row.network_id)
  const year = Number(civilDateOf(row.opened_at).slice(0, 4))
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const code = caseCode(slug, year, randomInt(codesPerYear))
    const inserted = await trx
      .insertInto('case_file')
      .values({ ...row, code, victim_status: 'potential' })
      .onConflict((on) => on.columns(['network_id', 'code']).doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 1n)
      return { ...row, code, victim_status: 'potential', case_manager_id: null, plan_approved_at: null }
  }
  throw refuseInConferences('unexpected')
}

const rowOf = (id: CaseId, referral: ReferralRow, procedure: ProcedureRow | undefined, at: Instant) => ({
  id,
  network_id: referral.network_id,
  referral_id: referral.id,
  beneficiary_id: referral.beneficiary_id,
  priority: referral.priority,
  age_group: referral.age_group,
  opened_at: at,
  lead_institution_id: referral.receiver_id,
  agreement_id: procedure?.agreement_id ?? null,
})

const openCase = async (trx: ConferencesTrx, referral: ReferralRow, actor: Subject, at: Instant) => {
  const id = newId<'CaseId'>()
  await trx
    .updateTable('referral')
    .set({ state: 'taken', answered_at: at, acknowledged_at: referral.acknowledged_at ?? at, case_id: id })
    .where('id', '=', referral.id)
    .execute()
  const first = await admitFirst(trx, id, referral, at)
  const procedure = await procedureInForce(trx, referral.network_id, mattersOf(referral.age_group))
  const row = await insertCase(trx, rowOf(id, referral, procedure, at))
  await trx.updateTable('clock').set({ case_id: id }).where('referral_id', '=', referral.id).execute()
  const steps =
    procedure === undefined ? [] : carriedSteps(procedure.procedure, { priority: referral.priority, ageGroup: referral.age_group })
  await insertSteps(trx, id, steps)
  await giveClockToStep(trx, row, steps)
  await advanceSteps(trx, row, referral.sent_at)
  await fulfilSteps(trx, row, 'referral-acknowledged', { actor, at, sentAt: referral.sent_at })
  await audit(trx, actor, { chain: id, action: 'open-case', refs: { caseId: id, referralId: referral.id } })
  return { row, first }
}

/** Takes a referral: a case opens in one act under the agreement in force (CF7, CF8). */
export const takeReferral: Of<'takeReferral'> =
  ({ db }) =>
  (ctx, { referralId }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'takeReferral', async () => {
        const { row: referral, clock } = await answerableReferral(trx, referralId, ctx.subject)
        const at = ctx.now.toISOString()
        await measureAnswer(trx, clock, referral, at)
        const { row, first } = await openCase(trx, referral, ctx.subject, at)
        const facts = caseFacts(row, ctx.subject, at)
        const coordinators = (await coordinatorsOf(trx, referral.network_id)).map(({ person_id }) => person_id)
        await emit(trx, referralTaken, { ...referralFacts(referral, ctx.subject, at), caseId: row.id, caseCode: row.code })
        await emit(trx, caseOpened, {
          ...facts,
          audience: { personIds: coordinators, institutionIds: [row.lead_institution_id] },
          leadInstitutionId: row.lead_institution_id,
        })
        await announceFirst(trx, facts, first)
        return { caseId: row.id }
      }),
    )
