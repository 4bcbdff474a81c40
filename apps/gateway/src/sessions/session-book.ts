import type { Bus, Stoppable } from '@mreza/bus'
import type { Db } from '@mreza/db'
import { idleEnd, inGrace, wantsNote, wantsRotation } from '../domain/session-times.ts'
import { noteUse, rotateToken } from '../store/sessions.ts'
import type { IdentityTables } from '../store/tables.ts'
import { findSession, type OpenSession } from './open-session.ts'
import { newSecret } from './secrets.ts'

/** How long what was read of a session is believed (rule D11), in milliseconds. */
const believed = 1_000
const most = 20_000
/** The signal by which the gateways tell each other that sessions ended; its data is their ids. */
const endedSignal = 'identity.session.ended'

/** A session and, when its token was just renewed, the new one for the cookie. */
export interface Admission {
  readonly session: OpenSession
  readonly newToken?: string
}

/** The open sessions as this gateway knows them. */
export interface SessionBook {
  /** Who this token is now, from the database or from what was read of it less than a second ago; notes the use and renews the token in time. */
  admit(token: string): Promise<Admission | undefined>
  /** Says, here and to the other gateways, that these sessions ended. */
  announceEnded(ids: readonly string[]): void
  /** Calls back for each session that any gateway said has ended. */
  onEnded(heard: (sessionId: string) => void): void
  close(): Promise<void>
}

interface Setting {
  readonly db: Db<IdentityTables>
  readonly bus: Bus
  readonly now: () => Date
  readonly demo: boolean
  readonly databaseKeyOf: (sessionId: string) => string
}

interface Entry {
  readonly read: number
  readonly session: Promise<OpenSession | undefined>
}

/** Opens the book. What it remembers is bounded in time and number. */
export const openSessionBook = (setting: Setting): SessionBook => {
  const { db, now, demo } = setting
  const entries = new Map<string, Entry>()
  const listeners: ((sessionId: string) => void)[] = []

  const read = (token: string): Promise<OpenSession | undefined> => {
    const known = entries.get(token)
    if (known !== undefined && now().getTime() - known.read < believed) return known.session
    if (entries.size >= most) entries.clear()
    const session = findSession(db, token, now(), setting.databaseKeyOf)
    entries.set(token, { read: now().getTime(), session })
    session.catch(() => entries.delete(token))
    return session
  }

  const renew = async (session: OpenSession, token: string): Promise<string | undefined> => {
    const next = newSecret()
    const renewed = await rotateToken(db, { id: session.id, from: token, to: next, now: now() })
    entries.delete(token)
    return renewed ? next : undefined
  }

  const forget = (id: string) => {
    for (const [token, entry] of entries)
      void entry.session.then((session) => {
        if (session?.id === id && entries.get(token) === entry) entries.delete(token)
      })
    for (const heard of listeners) heard(id)
  }
  const hearing: Stoppable = setting.bus.onSignal(endedSignal, (ids) => ids.split(',').filter(Boolean).forEach(forget))

  return {
    admit: async (token) => {
      const session = await read(token)
      if (session === undefined || (session.byPreviousToken && !inGrace(session.rotatedAt, now()))) return undefined
      if (wantsNote(session.idleUntil, now(), session.expiresAt, demo))
        await noteUse(db, session.id, idleEnd(now(), session.expiresAt, demo))
      if (session.byPreviousToken || !wantsRotation(session.rotatedAt, now())) return { session }
      const newToken = await renew(session, token)
      return newToken === undefined ? { session } : { session, newToken }
    },
    announceEnded: (ids) => {
      entries.clear()
      if (ids.length > 0) setting.bus.signal(endedSignal, ids.join(','))
    },
    onEnded: (heard) => void listeners.push(heard),
    close: () => hearing.stop(),
  }
}
