import { type Kysely, type RawBuilder, sql } from 'kysely'

const runtime = 'mreza_plans'
const worker = 'mreza_plans_worker'

/**
 * A row of the log, by whose key is set: in their name, under a number that is theirs, in a room whose section is open to them now
 * and the core section with it, and where the plan's lead has not narrowed them (PL16). The same as 0007 asked, in one question.
 */
const byItsAuthor: RawBuilder<boolean> = sql`(
  access.opens_to(case_id, room, person_id, institution_id)
  and not exists (select from narrowed_right n where n.case_id = room_update.case_id and n.institution_id = room_update.institution_id)
  and exists (select from client_issue i
    where i.room_id = room_update.room_id and i.client_id = room_update.client_id and i.person_id = room_update.person_id))`

const askOnce = async (db: Kysely<unknown>): Promise<void> => {
  const { rows: found } = await sql<{ name: string }>`
    select policyname as name from pg_policies where schemaname = current_schema() and tablename = 'room_update'
      and cmd = 'INSERT' and roles = ${[worker]}::name[]`.execute(db)
  const [policy] = found
  if (policy === undefined || found.length > 1) throw new Error('there is not one policy of the worker for inserts into the log')
  await sql`alter policy ${sql.id(policy.name)} on room_update with check (${byItsAuthor})`.execute(db)
}

/**
 * Commits rows of several connections in one transaction (PL7, PL13), as 0007 said, in statements whose plans are made once. What is the
 * service's own business, leases, epochs and places in the log, is read with its own rights; each row goes in with the key of its author
 * set, so that the policy of the log is asked for each. A connection is refused as a whole: overtaken when its lease is over, epoch when the
 * room began anew. Should the policy refuse a row, the transaction fails (42501). Row n is the bytes of `in_rows` from `in_starts[n]`; the rows
 * of connection n follow those of n - 1.
 */
const appendRows = (db: Kysely<unknown>) =>
  sql`
    create or replace function append_rows(in_keys text[], in_rooms uuid[], in_epochs int[], in_clients bigint[], in_leases int[], in_counts int[],
      in_starts int[], in_lengths int[], in_rows bytea)
    returns table (place int, last_seq bigint, refusal text)
    language plpgsql volatile set search_path = plans, pg_temp as $$
    #variable_conflict use_column
    declare
      behind int := 0;
      issue client_issue;
    begin
      for at in 1 .. cardinality(in_keys) loop
        place := at;
        last_seq := null;
        refusal := null;
        select * into issue from client_issue i where i.room_id = in_rooms[at] and i.client_id = in_clients[at] for share;
        if not found then
          refusal := 'right';
        elsif issue.lease <> in_leases[at] then
          refusal := 'overtaken';
        else
          update room set seq = seq + in_counts[at], changed_at = now()
            where id = in_rooms[at] and epoch = in_epochs[at] returning seq into last_seq;
          if not found then
            refusal := 'epoch';
          else
            perform set_config('mreza.session_key', in_keys[at], true);
            for nth in 1 .. in_counts[at] loop
              insert into room_update (room_id, seq, case_id, room, update, client_id, person_id, institution_id, at)
                values (issue.room_id, last_seq - in_counts[at] + nth, issue.case_id, issue.room,
                  substring(in_rows from in_starts[behind + nth] for in_lengths[behind + nth]),
                  issue.client_id, issue.person_id, issue.institution_id, now());
            end loop;
          end if;
        end if;
        behind := behind + in_counts[at];
        return next;
      end loop;
    end $$`.execute(db)

/** What connections may do now, in one question without a loop; the worker's, for each answer follows from its own key. */
const rightsOf = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create or replace function rights_of(in_keys text[], in_cases uuid[])
    returns table (place int, person_id uuid, institution_id uuid, network_id uuid, sector text, roles text[], sections text[], narrowed_to text)
    language plpgsql stable set search_path = plans, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
    #variable_conflict use_column
    begin
      return query
        select s.place, s.person_id, s.institution_id, s.network_id, s.sector, s.roles, s.sections,
          (select n.narrowed_to from narrowed_right n where n.case_id = in_cases[s.place] and n.institution_id = s.institution_id)
        from access.standings(in_keys, in_cases) s;
    end $$`.execute(db)
  await sql`revoke execute on function rights_of from ${sql.id(runtime)}`.execute(db)
  await sql`grant execute on function rights_of to ${sql.id(worker)}`.execute(db)
}

/** The walls of the log and the rights of connections, asked at a tenth of what they cost; and the first way into the log, which nobody takes any more. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await askOnce(db)
  await appendRows(db)
  await rightsOf(db)
  await sql`drop function append_updates`.execute(db)
  // Room for the next versions of a row on its own page: a room's place in the log moves with each commit.
  await sql`alter table room set (fillfactor = 50)`.execute(db)
}
