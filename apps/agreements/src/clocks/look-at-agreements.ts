import { asWorker, type Db, type Trx } from '@mreza/db'
import type { Agreement } from '../domain/agreement.ts'
import { decideByClock } from '../domain/decide-by-clock.ts'
import { nextLook, noticesDue } from '../domain/notices.ts'
import { save } from '../operations/save.ts'
import { holdNextDue, loadAgreement } from '../store/load-agreements.ts'
import { givenNotices, keepNotices } from '../store/notices.ts'
import { setLook } from '../store/save-agreement.ts'
import type { AgreementsTables } from '../store/tables.ts'
import { tellNotice } from './tell-notice.ts'

const giveNotices = async (trx: Trx<AgreementsTables>, agreement: Agreement, now: string): Promise<void> => {
  const { tell, skip } = noticesDue(agreement, now, await givenNotices(trx, agreement.id))
  for (const notice of tell) await tellNotice(trx, agreement, notice, now)
  await keepNotices(trx, agreement.id, [...tell, ...skip], now)
}

const lookAt = async (trx: Trx<AgreementsTables>, agreement: Agreement, now: string): Promise<void> => {
  const after = await save(trx, agreement, decideByClock(agreement, now), 'clock')
  await giveNotices(trx, after, now)
  await setLook(trx, after, nextLook(after, now))
}

/**
 * Does to one agreement whose moment has come what a clock does (AG19, AG26, AG30) and gives the notices that are due (AG28); says whether
 * there was one. The agreement is held while it does, and its next moment is set in the same transaction: however many instances look, and
 * however long nobody looked, each thing happens once.
 */
export const lookAtAgreements = (worker: Db<AgreementsTables>, now: string): Promise<number> =>
  asWorker(worker, async (trx) => {
    const id = await holdNextDue(trx, now)
    const agreement = id === undefined ? undefined : await loadAgreement(trx, id)
    if (agreement === undefined) return 0
    await lookAt(trx, agreement, now)
    return 1
  })
