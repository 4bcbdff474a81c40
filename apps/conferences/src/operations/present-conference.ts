import { type ConferenceDetail, refuseInConferences } from '@mreza/contracts-conferences'
import type { ConferenceId, Subject } from '@mreza/contracts-kernel'
import type { LoadedCase } from '../store/cases.ts'
import { type ConferenceRow, conferenceDetail, loadConference } from '../store/conferences.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { type CaseCapability, changeableCase, readableCase } from './may-case.ts'

/** A conference as who takes part in its case sees it. */
export const presentConference = async (trx: ConferencesTrx, id: ConferenceId, subject: Subject, now: Date): Promise<ConferenceDetail> => {
  const row = await loadConference(trx, id)
  if (row === undefined) throw refuseInConferences('not-found')
  await readableCase(trx, row.case_id, subject, now.toISOString())
  return conferenceDetail(trx, row, subject.institutionId)
}

/** The conference, held, with its case, for who may do this with it. */
export const changeableConference = async (
  trx: ConferencesTrx,
  id: ConferenceId,
  subject: Subject,
  now: Date,
  capability: CaseCapability,
): Promise<{ conference: ConferenceRow; loaded: LoadedCase }> => {
  const seen = await loadConference(trx, id)
  if (seen === undefined) throw refuseInConferences('not-found')
  const loaded = await changeableCase(trx, seen.case_id, subject, now.toISOString(), capability)
  const conference = await loadConference(trx, id, true)
  if (conference === undefined) throw refuseInConferences('not-found')
  return { conference, loaded }
}
