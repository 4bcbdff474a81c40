import { allow } from '@mreza/db'
import { type Kysely, type RawBuilder, sql } from 'kysely'

const worker = 'mreza_plans_worker'

/**
 * A row of the log, by whose key is set: in their name, under a number that is theirs, in a room whose section is open to them now
 * and the core section with it, and where the plan's lead has not narrowed them (PL16). The same as 0005 asks of people, each
 * question once for a statement and none twice.
 */
const byItsAuthor: RawBuilder<boolean> = sql`(
  case_id = any ((select access.open_cases('core'))::uuid[])
  and (room = 'core' or case_id = any ((case room
    when 'safety' then (select access.open_cases('safety'))
    when 'health' then (select access.open_cases('health'))
    when 'legal' then (select access.open_cases('legal'))
    when 'voice' then (select access.open_cases('voice')) end)::uuid[]))
  and (person_id, institution_id) = (select w.person_id, w.institution_id from access.case_worker() w)
  and not exists (select from narrowed_right n where n.case_id = room_update.case_id and n.institution_id = room_update.institution_id)
  and exists (select from client_issue i
    where i.room_id = room_update.room_id and i.client_id = room_update.client_id and i.person_id = room_update.person_id))`

/**
 * Commits rows of several connections in one transaction (PL7, PL13). What is the service's own business, leases, epochs and places
 * in the log, is read with its own rights; each row goes in with the key of its author set, so that the policy of the log is asked
 * for each. A connection is refused as a whole: overtaken when its lease is over, epoch when the room began anew. Should the policy
 * refuse a row, the transaction fails (42501). Row n is the bytes of `in_rows` from `in_starts[n]`; the rows of connection n follow those of n - 1.
 */
const appendRows = (db: Kysely<unknown>) =>
  sql`
    create function append_rows(in_keys text[], in_rooms uuid[], in_epochs int[], in_clients bigint[], in_leases int[], in_counts int[],
      in_starts int[], in_lengths int[], in_rows bytea)
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
            perform set_config('mreza.session_key', in_keys[at], true);
            insert into room_update (room_id, seq, case_id, room, update, client_id, person_id, institution_id, at)
              select issue.room_id, head - in_counts[at] + r.n, issue.case_id, issue.room, substring(in_rows from r.start for r.length),
                issue.client_id, issue.person_id, issue.institution_id, now()
              from unnest(in_starts[behind + 1 : behind + in_counts[at]], in_lengths[behind + 1 : behind + in_counts[at]])
                with ordinality r (start, length, n);
            return query select at, head, null::text;
          end if;
        end if;
        behind := behind + in_counts[at];
      end loop;
    end $$`.execute(db)

/** Rows that hold what a connection wrote in one go, a state vector beside the snapshot, and the version that a room's document is in. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table room_snapshot add column vector bytea`.execute(db)
  await sql`alter table room add column document_version int not null default 1`.execute(db)
  await allow(db, 'narrowed_right', [{ to: worker, can: ['select'] }])
  await allow(db, 'room_update', [{ to: worker, can: ['insert'], rows: byItsAuthor }])
  await appendRows(db)
  await sql`revoke all on function append_rows from public`.execute(db)
  await sql`grant execute on function append_rows to ${sql.id(worker)}`.execute(db)
}
