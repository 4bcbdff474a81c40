import { textAt } from '@mreza/plan-document'
import { useCallback, useSyncExternalStore } from 'react'
import { contentOf } from '../document/use-content.ts'
import type { LiveRoom } from '../live/live-room.ts'
import type { Suggestion } from './suggestion.ts'
import type { Decision } from './suggestions/decide-proposal.ts'
import { RoomProposals } from './suggestions/room-proposals.ts'
import { editorCode } from './view/editor-code.ts'

const stores = new WeakMap<LiveRoom, RoomProposals>()

const proposalsOf = (room: LiveRoom): RoomProposals => {
  const known = stores.get(room) ?? new RoomProposals(room, () => contentOf(room))
  stores.set(room, known)
  return known
}

/** The proposals in a room that nobody has decided, in the order of the texts; the same array until one changes. */
export const useSuggestions = (room: LiveRoom): readonly Suggestion[] => {
  const { subscribe, read } = proposalsOf(room)
  return useSyncExternalStore(subscribe, read)
}

/** Accepts or refuses a proposal; one step for undo. False when somebody was faster. */
export const decideSuggestion = (room: LiveRoom, { place, key }: Suggestion, decision: Decision): boolean => {
  const fragment = textAt(room.doc, place)
  return fragment !== undefined && editorCode()?.decideProposal(fragment, key, decision) === true
}

/** Whether anything is proposed in these rooms. */
export const useAnySuggestions = (rooms: readonly LiveRoom[]): boolean =>
  useSyncExternalStore(
    useCallback(
      (changed) => {
        const leave = rooms.map((room) => proposalsOf(room).subscribe(changed))
        return () => {
          for (const each of leave) each()
        }
      },
      [rooms],
    ),
    () => rooms.some((room) => proposalsOf(room).read().length > 0),
  )
