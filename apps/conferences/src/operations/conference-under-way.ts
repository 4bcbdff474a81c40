import { refuseInConferences } from '@mreza/contracts-conferences'
import type { ConferenceId, Subject } from '@mreza/contracts-kernel'
import type { LoadedCase } from '../store/cases.ts'
import type { ConferenceRow } from '../store/conferences.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { changeableConference } from './present-conference.ts'

/** The conference, held, for who leads it, while it is under way (CF22, CF24). */
export const conferenceUnderWay = async (
  trx: ConferencesTrx,
  id: ConferenceId,
  subject: Subject,
  now: Date,
): Promise<{ conference: ConferenceRow; loaded: LoadedCase }> => {
  const held = await changeableConference(trx, id, subject, now, 'conference.lead')
  if (held.conference.state !== 'under-way') throw refuseInConferences('conference-not-under-way')
  return held
}
