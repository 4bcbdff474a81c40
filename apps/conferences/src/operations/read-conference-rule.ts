import { refuseInConferences } from '@mreza/contracts-conferences'
import { asSubject } from '@mreza/db'
import { latestConference } from '../domain/conference.ts'
import { loadReferral } from '../store/referrals.ts'
import { momentsOf } from '../store/steps.ts'
import { conferenceRuleOf } from './conference-rule-of.ts'
import { changeableCase } from './may-case.ts'
import type { Of } from './parts.ts'

/** What the case's agreement says about its conference: who must be there and by when (CF18). */
export const readConferenceRule: Of<'readConferenceRule'> =
  ({ db }) =>
  (ctx, { caseId }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const loaded = await changeableCase(trx, caseId, ctx.subject, ctx.now.toISOString(), 'conference.schedule')
      const { procedure, mandatory } = await conferenceRuleOf(trx, loaded)
      if (procedure === undefined) return { rule: null, mandatory: [], latest: null, parties: [] }
      const referral = await loadReferral(trx, loaded.row.referral_id)
      if (referral === undefined) throw refuseInConferences('not-found')
      const moments = await momentsOf(trx, loaded.row, referral.row.sent_at)
      return {
        rule: procedure.conference_rule,
        mandatory: [...mandatory],
        latest: latestConference(procedure.conference_rule, loaded.row.priority === 'immediate', moments),
        parties: procedure.parties.map(({ institutionId, sector }) => ({ institutionId, sector })),
      }
    })
