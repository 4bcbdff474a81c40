import type { CaseDetail, ConferenceDetail } from '@mreza/contracts-conferences'
import { createContext, use } from 'react'
import type { AgendaPlace } from './agenda-clock.ts'

/** What every part of the room knows. */
export interface InRoom {
  readonly conference: ConferenceDetail
  /** The case, once it has come. */
  readonly file: CaseDetail | undefined
  /** Whether one leads this conference: opens it, records, gives tasks. */
  readonly leads: boolean
  readonly place: AgendaPlace
  readonly go: (item: number) => void
}

export const RoomContext = createContext<InRoom | null>(null)

/** The conference that is open, for the parts of its room. */
export const useRoom = (): InRoom => {
  const room = use(RoomContext)
  if (room === null) throw new Error('useRoom is used outside of a conference')
  return room
}
