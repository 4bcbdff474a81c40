import { type Kysely, type RawBuilder, sql } from 'kysely'

const worksOnCases = (roles: RawBuilder<unknown>) => sql`${roles} && '{coordinator,practitioner,head,center-officer}'::text[]`

interface Asked {
  readonly caseId: RawBuilder<unknown>
  readonly personId: RawBuilder<unknown>
  readonly institutionId: RawBuilder<unknown>
}

/** The participations `p` that open the case to this person of this institution now, as `access.open_participation()` has them. */
const openNow = ({ caseId, personId, institutionId }: Asked) => sql`
  p.case_id = ${caseId} and p.institution_id = ${institutionId} and (p.person_id is null or p.person_id = ${personId})
  and p.from_at <= now() and (p.until_at is null or now() < p.until_at) and p.ended_at is null`

const opensTo = (db: Kysely<unknown>) =>
  sql`
    create function access.opens_to(in_case uuid, in_section text, in_person uuid, in_institution uuid) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
    declare
      me record;
    begin
      select s.person_id, s.institution_id, s.roles into me from access.subject() s where ${worksOnCases(sql`s.roles`)};
      if me.person_id is distinct from in_person or me.institution_id is distinct from in_institution or in_person is null then
        return false;
      end if;
      return coalesce((
        select bool_or('core' = any (p.sections)) and bool_or(in_section = any (p.sections)) from conferences.participation p
        where ${openNow({ caseId: sql`in_case`, personId: sql`in_person`, institutionId: sql`in_institution` })}), false);
    end $$`.execute(db)

const standings = (db: Kysely<unknown>) =>
  sql`
    create function access.standings(in_keys text[], in_cases uuid[])
    returns table (place int, person_id uuid, institution_id uuid, network_id uuid, sector text, roles text[], sections text[])
    language plpgsql stable security definer rows 10 set search_path = pg_catalog, pg_temp
    set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
    #variable_conflict use_column
    begin
      return query
        select s.place, s.person_id, s.institution_id, s.network_id, s.sector, s.roles, coalesce((
          select array_agg(distinct section) from conferences.participation p, unnest(p.sections) section
          where ${worksOnCases(sql`s.roles`)}
            and ${openNow({ caseId: sql`in_cases[s.place]`, personId: sql`s.person_id`, institutionId: sql`s.institution_id` })}), '{}')
        from access.subjects(in_keys) s;
    end $$`.execute(db)

/**
 * `access.opens_to(case, section, person, institution)`: is the subject this person at this institution, and are this section of the case and
 * the core section open to them now (CF13)? `access.standings(keys, cases)`: who the session of each key is and which
 * sections of the case in the same place are open to them, in one question; no row for a key that opens no session.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await opensTo(db)
  await standings(db)
  for (const one of [sql`access.opens_to(uuid, text, uuid, uuid)`, sql`access.standings(text[], uuid[])`]) {
    await sql`revoke all on function ${one} from public`.execute(db)
    await sql`grant execute on function ${one} to mreza_services`.execute(db)
  }
}
