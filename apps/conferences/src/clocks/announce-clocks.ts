import { emit } from '@mreza/bus'
import { clockBroken, clockDueSoon } from '@mreza/contracts-conferences'
import type { Audience, Instant } from '@mreza/contracts-kernel'
import { asWorker } from '@mreza/db'
import { whoTakesPart } from '../operations/case-facts.ts'
import { carriedStep, measureAnswer, measureStep } from '../operations/measure-duty.ts'
import { loadCase } from '../store/cases.ts'
import type { ClockRow } from '../store/clocks.ts'
import type { ConferencesDb, ConferencesTrx } from '../store/executors.ts'

const batch = 100

const announcements = {
  broken: { event: clockBroken, reached: 'due_at', announced: 'broken_announced_at' },
  soon: { event: clockDueSoon, reached: 'soon_at', announced: 'soon_announced_at' },
} as const

/** Running clocks that have reached their moment and were not announced; held, so that two instances never announce one twice. */
const reached = (trx: ConferencesTrx, kind: keyof typeof announcements, now: Instant): Promise<ClockRow[]> =>
  trx
    .selectFrom('clock')
    .selectAll()
    .where(announcements[kind].reached, '<=', now)
    .where(announcements[kind].announced, 'is', null)
    .where('done_at', 'is', null)
    .where('paused_at', 'is', null)
    .orderBy(announcements[kind].reached)
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute()

const concerned = async (trx: ConferencesTrx, clock: ClockRow, now: Instant): Promise<{ audience: Audience; caseCode: string | null }> => {
  const loaded = clock.case_id === null ? undefined : await loadCase(trx, clock.case_id)
  if (loaded !== undefined) return { audience: { ...whoTakesPart(loaded, now), roles: [] }, caseCode: loaded.row.code }
  const referral = await trx.selectFrom('referral').select('receiver_id').where('id', '=', clock.referral_id).executeTakeFirst()
  return { audience: { personIds: [], institutionIds: referral === undefined ? [] : [referral.receiver_id], roles: [] }, caseCode: null }
}

/** The duty behind a clock that is broken was not kept in time (CF25). */
const measureBroken = async (trx: ConferencesTrx, clock: ClockRow, now: Instant): Promise<void> => {
  if (clock.case_id !== null && clock.step_id !== null) {
    const [loaded, step] = [await loadCase(trx, clock.case_id), await carriedStep(trx, clock.case_id, clock.step_id)]
    if (loaded !== undefined && step !== undefined) await measureStep(trx, clock, loaded.row, step, now)
  } else if (clock.case_id === null && clock.referral_id !== null) {
    const referral = await trx
      .selectFrom('referral')
      .select(['state', 'receiver_id'])
      .where('id', '=', clock.referral_id)
      .executeTakeFirst()
    if (referral !== undefined) await measureAnswer(trx, clock, referral, now)
  }
}

const announceKind = async (trx: ConferencesTrx, kind: keyof typeof announcements, now: Instant): Promise<number> => {
  const { event, announced } = announcements[kind]
  const clocks = await reached(trx, kind, now)
  for (const clock of clocks) {
    const ids = { clockId: clock.id, referralId: clock.referral_id, caseId: clock.case_id }
    await emit(trx, event, { at: now, networkId: clock.network_id, actorId: null, ...ids, ...(await concerned(trx, clock, now)) })
    if (kind === 'broken') await measureBroken(trx, clock, now)
    // Who hears that it is broken need not hear that it was due soon.
    const also = kind === 'broken' && clock.soon_announced_at === null ? { soon_announced_at: now } : {}
    await trx
      .updateTable('clock')
      .set({ [announced]: now, ...also })
      .where('id', '=', clock.id)
      .execute()
  }
  return clocks.length
}

/** Announces each clock that is due soon or broken, once (CF6), also those that came to it while no service ran. Says how many. */
export const announceClocks = (db: ConferencesDb, now: Instant): Promise<number> =>
  asWorker(db, async (trx) => (await announceKind(trx, 'broken', now)) + (await announceKind(trx, 'soon', now)))
