import { type Kysely, sql } from 'kysely'

/**
 * What connections may do now, many in one question: for each pair of session key and case the subject and the sections
 * open to them. With the rights of the caller; a key that opens no session gives no row.
 */
const rightsOf = (db: Kysely<unknown>) =>
  sql`
    create function rights_of(in_keys text[], in_cases uuid[])
    returns table (place int, person_id uuid, institution_id uuid, network_id uuid, sector text, roles text[], sections text[])
    language plpgsql volatile set search_path = plans, pg_temp as $$
    #variable_conflict use_column
    declare
      at int;
    begin
      for at in 1 .. coalesce(array_length(in_keys, 1), 0) loop
        perform set_config('mreza.session_key', in_keys[at], true);
        return query
          select at, s.person_id, s.institution_id, s.network_id, s.sector, s.roles, access.case_sections(in_cases[at])
          from access.subject() s;
      end loop;
      perform set_config('mreza.session_key', '', true);
    end $$`.execute(db)

/**
 * Commits updates of several connections in one transaction, each connection in the name of its own session, so that the
 * policies of the tables are asked for each (PL7, PL13). A connection is refused as a whole: right when its room is closed to
 * it, overtaken when its lease is over, epoch when the room began anew. The updates of connection n follow those of n - 1.
 */
const appendUpdates = (db: Kysely<unknown>) =>
  sql`
    create function append_updates(in_keys text[], in_rooms uuid[], in_epochs int[], in_clients bigint[], in_leases int[], in_counts int[], in_updates bytea[])
    returns table (place int, last_seq bigint, refusal text)
    language plpgsql volatile set search_path = plans, pg_temp as $$
    #variable_conflict use_column
    declare
      at int;
      behind int := 0;
      issue client_issue;
      head bigint;
    begin
      for at in 1 .. coalesce(array_length(in_keys, 1), 0) loop
        perform set_config('mreza.session_key', in_keys[at], true);
        select * into issue from client_issue i where i.room_id = in_rooms[at] and i.client_id = in_clients[at] for share;
        if not found then
          return query select at, null::bigint, 'right';
        elsif issue.lease <> in_leases[at] then
          return query select at, null::bigint, 'overtaken';
        else
          update room set seq = seq + in_counts[at], changed_at = now()
            where id = in_rooms[at] and epoch = in_epochs[at] returning seq into head;
          if not found then
            return query select at, null::bigint, 'epoch';
          else
            insert into room_update (room_id, seq, case_id, room, update, client_id, person_id, institution_id, at)
              select issue.room_id, head - in_counts[at] + u.n, issue.case_id, issue.room, u.bytes, issue.client_id, issue.person_id, issue.institution_id, now()
              from unnest(in_updates[behind + 1 : behind + in_counts[at]]) with ordinality u (bytes, n);
            return query select at, head, null::text;
          end if;
        end if;
        behind := behind + in_counts[at];
      end loop;
      perform set_config('mreza.session_key', '', true);
    end $$`.execute(db)

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await rightsOf(db)
  await appendUpdates(db)
  await sql`revoke all on function rights_of, append_updates from public`.execute(db)
  await sql`grant execute on function rights_of, append_updates to mreza_plans`.execute(db)
}
