import type { CaseId, InstitutionId, Section } from '@mreza/contracts-kernel'
import { allow, newId, type ServiceMigrations } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

const createParticipation = async (db: Kysely<unknown>) => {
  await sql`
    create table participation (
      id uuid primary key,
      case_id uuid not null,
      institution_id uuid not null,
      sections text[] not null,
      ended_at timestamptz
    )`.execute(db)
  await allow(db, 'participation', [])
}

const createQuestions = async (db: Kysely<unknown>) => {
  await sql`
    create function access.case_worker() returns table (person_id uuid, institution_id uuid, network_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select s.person_id, s.institution_id, s.network_id from access.subject() s
      where s.roles && '{coordinator,practitioner,head,center-officer}'::text[]
    $$`.execute(db)
  await sql`
    create function access.open_cases(asked text) returns uuid[]
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(distinct p.case_id), '{}') from access.case_worker() me
      join conferences.participation p on p.institution_id = me.institution_id
      where p.ended_at is null and asked = any (p.sections)
    $$`.execute(db)
  await sql`
    create function access.case_sections(asked uuid) returns text[]
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(distinct section), '{}') from access.case_worker() me
      join conferences.participation p on p.institution_id = me.institution_id, unnest(p.sections) section
      where p.ended_at is null and p.case_id = asked
    $$`.execute(db)
  await sql`grant execute on function access.case_worker(), access.open_cases(text), access.case_sections(uuid) to mreza_services`.execute(
    db,
  )
}

const createQuestionsOfMany = async (db: Kysely<unknown>) => {
  await sql`
    create function access.opens_to(in_case uuid, in_section text, in_person uuid, in_institution uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select exists (select from access.case_worker() me where (me.person_id, me.institution_id) = (in_person, in_institution))
        and access.case_sections(in_case) @> array['core', in_section]
    $$`.execute(db)
  await sql`
    create function access.standings(in_keys text[], in_cases uuid[])
    returns table (place int, person_id uuid, institution_id uuid, network_id uuid, sector text, roles text[], sections text[])
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    begin
      for nth in 1 .. cardinality(in_keys) loop
        perform set_config('mreza.session_key', in_keys[nth], true);
        return query
          select nth, s.person_id, s.institution_id, s.network_id, s.sector, s.roles, access.case_sections(in_cases[nth]) from access.subject() s;
      end loop;
      perform set_config('mreza.session_key', '', true);
    end $$`.execute(db)
  await sql`grant execute on function access.opens_to(uuid, text, uuid, uuid), access.standings(text[], uuid[]) to mreza_services`.execute(
    db,
  )
}

/**
 * What this service's own tests need of conferences: the questions of `access` about cases, over participations that a test
 * writes itself. Services do not import each other; the real ones meet in the tests across services.
 */
export const conferencesStandIn: ServiceMigrations = {
  schema: 'conferences',
  roles: ['mreza_conferences', 'mreza_conferences_worker'],
  migrations: {
    '0001-stand-in': {
      up: async (db) => {
        await createParticipation(db)
        await createQuestions(db)
        await createQuestionsOfMany(db)
      },
    },
  },
}

/** Lets an institution take part in a case with these sections; the answer ends it. */
export const takePart = async (
  admin: Kysely<unknown>,
  caseId: CaseId,
  institutionId: InstitutionId,
  sections: readonly Section[],
): Promise<() => Promise<void>> => {
  const id = newId<'ParticipationId'>()
  await sql`insert into conferences.participation (id, case_id, institution_id, sections)
    values (${id}, ${caseId}, ${institutionId}, ${[...sections]}::text[])`.execute(admin)
  return async () => {
    await sql`update conferences.participation set ended_at = now() where id = ${id}`.execute(admin)
  }
}
