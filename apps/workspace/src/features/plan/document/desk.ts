import type { InstitutionId } from '@mreza/contracts-kernel'
import type { CommentAnchor, PlanRoom } from '@mreza/contracts-plans'
import { createContext, use } from 'react'
import { useEditing } from '../editor/editing-context.ts'
import type { LiveRoom } from '../live/live-room.ts'
import { Folds } from './folds.ts'

/** What every card of the page needs beside its own part of the document; its parts stay identical while they say the same. */
export interface Desk {
  /** The institutions that take part in the case: who can be given something to do. */
  readonly parties: readonly InstitutionId[]
  readonly folds: Folds
  /** Begins a conversation about a text as a whole; absent where there is no room for it beside the text. */
  readonly onComment?: ((room: PlanRoom, anchor: CommentAnchor) => void) | undefined
}

/** Stands around the document. */
export const DeskContext = createContext<Desk>({ parties: [], folds: new Folds() })

/** What the page gives to its cards. */
export const useDesk = (): Desk => use(DeskContext)

/** May one change what is not running text in this room: days, institutions, order? Not while one only proposes or reads. */
export const useMayChange = (room: LiveRoom): boolean => {
  const { mode } = useEditing()
  return mode === 'write' && room.right === 'write'
}
