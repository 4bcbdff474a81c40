import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { json, type Trx } from '@mreza/db'
import { sql } from 'kysely'
import type { Announcement } from '../domain/announcement.ts'
import type { Tables } from './tables.ts'

/** Keeps what was announced, so that whoever's membership we hear of later is told too. */
export const keepAnnouncement = async (trx: Trx<Tables>, told: Announcement): Promise<void> => {
  await trx
    .insertInto('announcement')
    .values({
      event_id: told.eventId,
      kind: told.kind,
      at: told.at,
      refs: json(told.refs),
      audience: json(told.audience),
      actor_id: told.actorId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What was announced from `since` on and may concern this person, by name or as someone of these institutions. */
export const announcementsFor = (
  trx: Trx<Tables>,
  personId: PersonId,
  institutionIds: readonly InstitutionId[],
  since: string,
): Promise<Announcement[]> =>
  trx
    .selectFrom('announcement')
    .select(['event_id as eventId', 'kind', 'at', 'refs', 'audience', 'actor_id as actorId'])
    .where('at', '>=', since)
    .where(({ or }) =>
      or([
        sql<boolean>`audience -> 'personIds' ? ${personId}`,
        sql<boolean>`audience -> 'institutionIds' ?| ${[...institutionIds]}::text[]`,
      ]),
    )
    .execute()
