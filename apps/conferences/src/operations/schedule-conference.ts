import { emit } from '@mreza/bus'
import { conferenceScheduled, refuseInConferences } from '@mreza/contracts-conferences'
import type { ConferenceId, InstitutionId, Sector } from '@mreza/contracts-kernel'
import { asSubject, json, newId } from '@mreza/db'
import { once } from '@mreza/rpc'
import { missingSectors } from '../domain/conference.ts'
import type { LoadedCase } from '../store/cases.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { findInstitutions } from '../store/read-models.ts'
import { loadReferral } from '../store/referrals.ts'
import { advanceSteps } from '../store/steps.ts'
import { audit } from './announce.ts'
import { caseFacts } from './case-facts.ts'
import { conferenceRuleOf } from './conference-rule-of.ts'
import { changeableCase } from './may-case.ts'
import type { Of } from './parts.ts'
import { presentConference } from './present-conference.ts'

type Invited = { readonly id: InstitutionId; readonly sector: Sector }

/** Institutions of the case's network or national bodies; an unknown one is refused by its place in the list. */
const invitedFrom = async (trx: ConferencesTrx, ids: readonly InstitutionId[], { row }: LoadedCase): Promise<Invited[]> => {
  const found = await findInstitutions(trx, ids)
  return [...new Set(ids)].map((id, index) => {
    const institution = found.find((one) => one.id === id)
    const known = institution !== undefined && (institution.network_id === null || institution.network_id === row.network_id)
    if (!known) throw refuseInConferences('not-found', { field: `institutionIds.${index}` })
    return { id, sector: institution.sector }
  })
}

const insertInvitations = async (
  trx: ConferencesTrx,
  loaded: LoadedCase,
  conferenceId: ConferenceId,
  invited: readonly Invited[],
  mandatory: readonly Sector[],
): Promise<void> => {
  const rows = invited.map(({ id, sector }) => ({
    case_id: loaded.row.id,
    conference_id: conferenceId,
    institution_id: id,
    sector,
    mandatory: mandatory.includes(sector),
  }))
  await trx
    .insertInto('invitation')
    .values(rows as never)
    .execute()
}

/** Schedules a conference and invites; the agreement says which sectors must be there (CF18, CF19). */
export const scheduleConference: Of<'scheduleConference'> =
  ({ db }) =>
  (ctx, input) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { subject } = ctx
      const at = ctx.now.toISOString()
      const id = await once(trx, ctx, 'scheduleConference', async () => {
        const loaded = await changeableCase(trx, input.caseId, subject, at, 'conference.schedule')
        if (input.startsAt < at) throw refuseInConferences('starts-in-the-past', { field: 'startsAt' })
        const { procedure, mandatory } = await conferenceRuleOf(trx, loaded)
        const invited = await invitedFrom(trx, input.institutionIds, loaded)
        const missing = missingSectors(
          mandatory,
          invited.map(({ sector }) => sector),
        )
        if (missing.length > 0 && input.missingSectorsReason === null)
          throw refuseInConferences('mandatory-sector-missing', { field: 'institutionIds', params: { sectors: missing.join(',') } })
        const made = newId<'ConferenceId'>()
        const { row } = loaded
        const when = { starts_at: input.startsAt, duration: input.duration, place: input.place, agenda: json(input.agenda) as never }
        const by = {
          scheduled_by: subject.personId,
          scheduled_at: at,
          missing_sectors_reason: missing.length > 0 ? input.missingSectorsReason : null,
        }
        const rule = { mandatory_sectors: [...mandatory], quorum_needed: procedure?.conference_rule.quorum.atLeast ?? 0 }
        await trx
          .insertInto('conference')
          .values({
            case_id: row.id,
            id: made,
            network_id: row.network_id,
            case_code: row.code,
            state: 'scheduled',
            ...when,
            ...by,
            ...rule,
          })
          .execute()
        await insertInvitations(trx, loaded, made, invited, mandatory)
        const referral = await loadReferral(trx, row.referral_id)
        if (referral !== undefined) await advanceSteps(trx, row, referral.row.sent_at)
        await emit(trx, conferenceScheduled, {
          ...caseFacts(row, subject, at),
          audience: { institutionIds: invited.map((one) => one.id) },
          conferenceId: made,
          startsAt: input.startsAt,
        })
        await audit(trx, subject, { chain: row.id, action: 'schedule-conference', refs: { caseId: row.id, conferenceId: made } })
        return made
      })
      return presentConference(trx, id, subject, ctx.now)
    })
