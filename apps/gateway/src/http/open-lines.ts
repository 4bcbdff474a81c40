import type { Db } from '@mreza/db'
import { stillInForce } from '../sessions/open-session.ts'
import type { SessionBook } from '../sessions/session-book.ts'
import type { IdentityTables } from '../store/tables.ts'

/** What stays open longer than a call: streams and sockets of sessions. */
export interface OpenLines {
  /** Closes the line by `close` when the session ends; gives the function that takes it off the list. */
  watch(sessionId: string, close: () => void): () => void
  stop(): void
}

/** How often sessions with open lines are read again, in milliseconds (ID16). */
const lookEvery = 1_000

/** Keeps the list of open lines: a session that ends anywhere closes its own here within a second. */
export const openLines = (db: Db<IdentityTables>, sessions: SessionBook, now: () => Date): OpenLines => {
  const lines = new Map<string, Set<() => void>>()
  const closeAll = (sessionId: string) => {
    const closes = lines.get(sessionId)
    lines.delete(sessionId)
    for (const close of closes ?? []) close()
  }
  const look = async () => {
    if (lines.size === 0) return
    const ids = [...lines.keys()]
    const inForce = await stillInForce(db, ids, now())
    for (const id of ids) if (!inForce.has(id)) closeAll(id)
  }
  sessions.onEnded(closeAll)
  const timer = setInterval(() => void look().catch(() => undefined), lookEvery)
  timer.unref()
  return {
    watch: (sessionId, close) => {
      const closes = lines.get(sessionId) ?? new Set()
      lines.set(sessionId, closes.add(close))
      return () => {
        closes.delete(close)
        if (closes.size === 0 && lines.get(sessionId) === closes) lines.delete(sessionId)
      }
    },
    stop: () => {
      clearInterval(timer)
      for (const id of [...lines.keys()]) closeAll(id)
    },
  }
}
