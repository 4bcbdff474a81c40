import { allow, type RowRule } from '@mreza/db'
import { createIdempotency } from '@mreza/rpc'
import { type Kysely, type RawBuilder, sql } from 'kysely'

const runtime = 'mreza_conferences'
const worker = 'mreza_conferences_worker'
const vault = 'mreza_vault'

/** The worker runs clocks and reactions: it sees all, and changes what it must. */
const system: RowRule = { to: worker, can: ['select', 'insert', 'update'] }

// Each is asked once for a statement, not once for a row.
const mine = sql`(select institution_id from access.case_worker())`
const me = sql`(select person_id from access.case_worker())`
const myNetwork = sql`(select network_id from access.case_worker())`
const openCases = sql`(select access.open_cases('core'))`

/** Rows of a case whose section `core` is open to the subject now (CF13). */
const ofOpenCase: RawBuilder<boolean> = sql`case_id = any (${openCases}::uuid[])`
/** Rows of a case that the subject's institution has taken: before there is any participation to ask. */
const ofCaseTakenByMe: RawBuilder<boolean> = sql`case_id in (select r.case_id from referral r where r.receiver_id = ${mine})`

const isEnd: RawBuilder<boolean> = sql`sender_id = ${mine} or receiver_id = ${mine}`

/** The third wall of referrals, cases and conferences (rules D1, D4 and D5), and the reviewed functions that it asks. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await functions(db)
  await referralRights(db)
  await caseRights(db)
  await conferenceRights(db)
  await createIdempotency(db, 'conferences', sql`caller = (select w.person_id::text from access.case_worker() w)`)
  // Who takes part in a case also reads what was done with the referral that opened it: a look before the opening is in the same log (rule D9).
  const ofLog = sql<boolean>`${ofOpenCase} or chain in (select 'referral:' || c.referral_id from case_file c)`
  await allow(db, 'audit_entry', [{ to: runtime, can: ['select'], rows: ofLog }])
}

/**
 * `access.case_worker()`: the subject, if one of their roles works on cases. `access.case_sections(case)`: the sections open
 * to the subject now, none for who takes no part. `access.open_cases(section)`: the cases with that section open.
 * `access.end_attendance(conference, institution)`: ends what accepting an invitation opened, also for a head who does not
 * see the case; only of the subject's own institution or in a case that is open to them.
 */
const functions = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create function access.case_worker() returns table (person_id uuid, institution_id uuid, network_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select s.person_id, s.institution_id, s.network_id from access.subject() s
      where s.roles && '{coordinator,practitioner,head,center-officer}'::text[]
    $$`.execute(db)
  await sql`
    create function access.open_participation() returns table (case_id uuid, sections text[])
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select p.case_id, p.sections
      from access.case_worker() me
      join conferences.participation p on p.institution_id = me.institution_id and (p.person_id is null or p.person_id = me.person_id)
      where p.from_at <= now() and (p.until_at is null or now() < p.until_at) and p.ended_at is null
    $$`.execute(db)
  await sql`
    create function access.case_sections(asked uuid) returns text[]
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(distinct section), '{}')
      from access.open_participation() p, unnest(p.sections) section where p.case_id = asked
    $$`.execute(db)
  await sql`
    create function access.open_cases(asked text) returns uuid[]
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(distinct p.case_id), '{}') from access.open_participation() p where asked = any (p.sections)
    $$`.execute(db)
  await sql`
    create function access.end_attendance(in_conference uuid, in_institution uuid) returns table (participation_id uuid, person_id uuid, sections text[])
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      update conferences.participation p set ended_at = now()
      from conferences.invitation i
      where i.conference_id = in_conference and i.institution_id = in_institution
        and p.case_id = i.case_id and p.id = i.participation_id and p.ended_at is null
        and (i.institution_id = (select w.institution_id from access.case_worker() w) or i.case_id = any (access.open_cases('core')))
      returning p.id, p.person_id, p.sections
    $$`.execute(db)
  await sql`revoke all on function access.end_attendance(uuid, uuid) from public`.execute(db)
  await sql`grant execute on function access.end_attendance(uuid, uuid) to ${sql.id(runtime)}`.execute(db)
  await sql`revoke all on function access.case_worker(), access.open_participation(), access.case_sections(uuid), access.open_cases(text) from public`.execute(
    db,
  )
  await sql`grant execute on function access.case_worker(), access.case_sections(uuid), access.open_cases(text) to mreza_services`.execute(
    db,
  )
}

const referralRights = async (db: Kysely<unknown>): Promise<void> => {
  const readable: RawBuilder<boolean> = sql`${isEnd} or ${ofOpenCase}`
  await allow(db, 'referral', [
    system,
    { to: runtime, can: ['select'], rows: readable },
    { to: runtime, can: ['insert'], rows: sql`sender_id = ${mine} and sent_by = ${me} and network_id = ${myNetwork} and state = 'sent'` },
    { to: runtime, can: ['update'], rows: sql`receiver_id = ${mine}` },
    // Once a case is open its participations alone say who may ask who the person is (CF17).
    { to: vault, can: ['select'], rows: sql`case when case_id is null then ${isEnd} else ${ofOpenCase} end` },
  ])
  await allow(db, 'clock', [
    system,
    { to: runtime, can: ['select'], rows: sql`${ofOpenCase} or referral_id in (select r.id from referral r)` },
    {
      to: runtime,
      can: ['insert'],
      rows: sql`${ofOpenCase} or ${ofCaseTakenByMe} or (case_id is null and referral_id in (select r.id from referral r where r.sender_id = ${mine}))`,
    },
    {
      to: runtime,
      can: ['update'],
      rows: sql`${ofOpenCase} or referral_id in (select r.id from referral r where r.receiver_id = ${mine})`,
    },
  ])
}

const caseRights = async (db: Kysely<unknown>): Promise<void> => {
  await allow(db, 'case_file', [
    system,
    { to: runtime, can: ['select'], rows: sql`id = any (${openCases}::uuid[])` },
    {
      to: runtime,
      can: ['insert'],
      rows: sql`lead_institution_id = ${mine} and id in (select r.case_id from referral r where r.receiver_id = ${mine})`,
    },
    { to: runtime, can: ['update'], rows: sql`id = any (${openCases}::uuid[])` },
    { to: vault, can: ['select'], rows: sql`id = any (${openCases}::uuid[])` },
  ])
  const acceptedByMe: RawBuilder<boolean> = sql`
    institution_id = ${mine} and sections = '{core}' and person_id in (
      select i.attendee_id from invitation i
      where i.case_id = participation.case_id and i.institution_id = ${mine} and i.answer = 'accepted')`
  await allow(db, 'participation', [
    system,
    { to: runtime, can: ['select'], rows: ofOpenCase },
    { to: runtime, can: ['insert'], rows: sql`${ofOpenCase} or ${ofCaseTakenByMe} or (${acceptedByMe})` },
    { to: runtime, can: ['update'], rows: ofOpenCase, after: sql`true` },
  ])
  await allow(db, 'case_step', [
    system,
    { to: runtime, can: ['select'], rows: ofOpenCase },
    { to: runtime, can: ['insert'], rows: sql`${ofOpenCase} or ${ofCaseTakenByMe}` },
    { to: runtime, can: ['update'], rows: ofOpenCase },
  ])
}

const conferenceRights = async (db: Kysely<unknown>): Promise<void> => {
  await allow(db, 'conference', [
    system,
    {
      to: runtime,
      can: ['select'],
      rows: sql`${ofOpenCase} or id in (select i.conference_id from invitation i where i.institution_id = ${mine})`,
    },
    { to: runtime, can: ['insert', 'update'], rows: ofOpenCase },
  ])
  await allow(db, 'invitation', [
    system,
    { to: runtime, can: ['select', 'update'], rows: sql`${ofOpenCase} or institution_id = ${mine}` },
    { to: runtime, can: ['insert'], rows: ofOpenCase },
  ])
  await allow(db, 'decision', [system, { to: runtime, can: ['select', 'insert'], rows: ofOpenCase }])
  await allow(db, 'task', [
    system,
    { to: runtime, can: ['select', 'update'], rows: sql`${ofOpenCase} or institution_id = ${mine}` },
    { to: runtime, can: ['insert'], rows: ofOpenCase },
  ])
}
