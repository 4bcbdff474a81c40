import type { PersonId } from '@mreza/contracts-kernel'
import { json, newId, type Trx } from '@mreza/db'
import type { Announcement } from '../domain/announcement.ts'
import { sayInboxChanged } from './inbox-changed.ts'
import type { Tables } from './tables.ts'

/** Puts an announcement into inboxes; whose inbox has it already keeps the one line (NO1). */
export const tell = async (trx: Trx<Tables>, told: Announcement, personIds: readonly PersonId[]): Promise<void> => {
  if (personIds.length === 0) return
  const lines = personIds.map((personId) => ({
    id: newId(),
    person_id: personId,
    kind: told.kind,
    at: told.at,
    refs: json(told.refs),
    event_id: told.eventId,
  }))
  await trx
    .insertInto('notification')
    .values(lines)
    .onConflict((conflict) => conflict.columns(['person_id', 'event_id', 'kind']).doNothing())
    .execute()
  await sayInboxChanged(trx, personIds)
}

/** Takes an announcement out of one inbox, whose owner turns out to have left before it happened (NO6). */
export const takeBack = async (trx: Trx<Tables>, told: Announcement, personId: PersonId): Promise<void> => {
  await trx
    .deleteFrom('notification')
    .where('person_id', '=', personId)
    .where('event_id', '=', told.eventId)
    .where('kind', '=', told.kind)
    .execute()
  await sayInboxChanged(trx, [personId])
}
