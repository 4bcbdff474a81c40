import { useLanguage } from '@mreza/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { useMe } from '../../api/session.ts'
import type { Found, Room, RoomId, SearchWithin } from '../room.ts'

/** What the rooms have found so far. */
export interface Findings {
  readonly groups: readonly { readonly room: RoomId; readonly found: readonly Found[] }[]
  readonly state: 'idle' | 'searching' | 'done' | 'partly'
}

const idle: Findings = { groups: [], state: 'idle' }
const pause = 150

const searchAll = async (rooms: readonly Room[], words: string, within: SearchWithin): Promise<Findings> => {
  const asked = rooms.flatMap((room) => (room.search ? [{ room: room.id, found: room.search(words, within) }] : []))
  const answers = await Promise.allSettled(asked.map(({ found }) => found))
  const groups = answers.flatMap((answer, at) => {
    const room = asked[at]?.room
    return answer.status === 'fulfilled' && room !== undefined && answer.value.length > 0 ? [{ room, found: answer.value }] : []
  })
  return { groups, state: answers.some((answer) => answer.status === 'rejected') ? 'partly' : 'done' }
}

/** Asks every room that one has for these words, a moment after the last letter. */
export const useSearch = (rooms: readonly Room[], words: string): Findings => {
  const api = useApi()
  const queryClient = useQueryClient()
  const { subject } = useMe()
  const language = useLanguage()
  const [findings, setFindings] = useState(idle)
  useEffect(() => {
    const wanted = words.trim()
    if (wanted.length < 2) return setFindings(idle)
    const leaving = new AbortController()
    setFindings((before) => ({ ...before, state: 'searching' }))
    const timer = setTimeout(async () => {
      const next = await searchAll(rooms, wanted, { api, queryClient, subject, language, signal: leaving.signal })
      if (!leaving.signal.aborted) setFindings(next)
    }, pause)
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [rooms, words, api, queryClient, subject, language])
  return findings
}
