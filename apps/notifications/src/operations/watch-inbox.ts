import type { PersonId } from '@mreza/contracts-kernel'
import type { Notification } from '@mreza/contracts-notifications'
import { asSubject, type Db } from '@mreza/db'
import type { CallContext } from '@mreza/rpc'
import { makeDoorbell } from '../live/doorbell.ts'
import type { InboxBells } from '../live/inbox-bells.ts'
import { readPage, sessionStands, unreadIn } from '../store/own-inbox.ts'
import type { Tables } from '../store/tables.ts'

/** A stream looks again after this long even if nothing rang: a signal may be lost, and a session may have ended. */
const safetyPause = 15_000

interface State {
  readonly unread: number
  readonly newest: Notification | null
}

/** The state of an inbox, or nothing once the session is over. */
const readState = (db: Db<Tables>, databaseKey: string, personId: PersonId): Promise<State | undefined> =>
  asSubject(db, databaseKey, async (trx) => {
    if (!(await sessionStands(trx, personId))) return undefined
    const [newest] = await readPage(trx, personId, { unreadOnly: false, limit: 1 })
    return { unread: await unreadIn(trx, personId), newest: newest ?? null }
  })

const isSame = (one: State | undefined, other: State): boolean =>
  one !== undefined && one.unread === other.unread && one.newest?.id === other.newest?.id && one.newest?.readAt === other.newest?.readAt

/**
 * Says the state of the caller's inbox at once and then whenever it changed (NO7).
 * It ends when the caller leaves or the service stops, and at the latest {@link safetyPause} after the session has.
 */
export const watchInbox = (db: Db<Tables>, bells: InboxBells, pause = safetyPause) =>
  async function* ({ subject, databaseKey, signal }: Pick<CallContext, 'subject' | 'databaseKey' | 'signal'>): AsyncGenerator<State, void> {
    const { personId } = subject
    const bell = makeDoorbell()
    const over = AbortSignal.any([signal, bells.closed])
    const takeDown = bells.hang(personId, bell.ring)
    try {
      let said: State | undefined
      while (!over.aborted) {
        const state = await readState(db, databaseKey, personId)
        if (state === undefined) return
        if (!isSame(said, state)) yield state
        said = state
        await bell.sleep(pause, over)
      }
    } finally {
      takeDown()
    }
  }
