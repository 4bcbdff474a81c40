import { emit } from '@mreza/bus'
import { conferenceScheduled, refuseInConferences } from '@mreza/contracts-conferences'
import type { ConferenceId, Instant, InstitutionId, Sector, Subject } from '@mreza/contracts-kernel'
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

type Asked = Parameters<ReturnType<Of<'scheduleConference'>>>[1]

/** Without a mandatory sector only with a reason (CF18). */
const reasonFor = (asked: Asked, mandatory: readonly Sector[], invited: readonly Invited[]): string | null => {
  const missing = missingSectors(
    mandatory,
    invited.map(({ sector }) => sector),
  )
  if (missing.length === 0) return null
  if (asked.missingSectorsReason !== null) return asked.missingSectorsReason
  throw refuseInConferences('mandatory-sector-missing', { field: 'institutionIds', params: { sectors: missing.join(',') } })
}

const insertConference = async (
  trx: ConferencesTrx,
  loaded: LoadedCase,
  asked: Asked,
  invited: readonly Invited[],
  by: { subject: Subject; at: Instant },
) => {
  const { row } = loaded
  const { procedure, mandatory } = await conferenceRuleOf(trx, loaded)
  const id = newId<'ConferenceId'>()
  const what = { starts_at: asked.startsAt, duration: asked.duration, place: asked.place, agenda: json(asked.agenda) as never }
  const who = { scheduled_by: by.subject.personId, scheduled_at: by.at, missing_sectors_reason: reasonFor(asked, mandatory, invited) }
  const rule = { mandatory_sectors: [...mandatory], quorum_needed: procedure?.conference_rule.quorum.atLeast ?? 0 }
  const of = { case_id: row.id, id, network_id: row.network_id, case_code: row.code, state: 'scheduled' as const }
  await trx
    .insertInto('conference')
    .values({ ...of, ...what, ...who, ...rule })
    .execute()
  await insertInvitations(trx, loaded, id, invited, mandatory)
  return id
}

const schedule = async (trx: ConferencesTrx, asked: Asked, subject: Subject, at: Instant): Promise<ConferenceId> => {
  const loaded = await changeableCase(trx, asked.caseId, subject, at, 'conference.schedule')
  if (asked.startsAt < at) throw refuseInConferences('starts-in-the-past', { field: 'startsAt' })
  const { row } = loaded
  const invited = await invitedFrom(trx, asked.institutionIds, loaded)
  const conferenceId = await insertConference(trx, loaded, asked, invited, { subject, at })
  const referral = await loadReferral(trx, row.referral_id)
  if (referral !== undefined) await advanceSteps(trx, row, referral.row.sent_at)
  const audience = { institutionIds: invited.map(({ id }) => id) }
  await emit(trx, conferenceScheduled, { ...caseFacts(row, subject, at), audience, conferenceId, startsAt: asked.startsAt })
  await audit(trx, subject, { chain: row.id, action: 'schedule-conference', refs: { caseId: row.id, conferenceId } })
  return conferenceId
}

/** Schedules a conference and invites; the agreement says which sectors must be there (CF18, CF19). */
export const scheduleConference: Of<'scheduleConference'> =
  ({ db }) =>
  (ctx, asked) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const id = await once(trx, ctx, 'scheduleConference', () => schedule(trx, asked, ctx.subject, ctx.now.toISOString()))
      return presentConference(trx, id, ctx.subject, ctx.now)
    })
