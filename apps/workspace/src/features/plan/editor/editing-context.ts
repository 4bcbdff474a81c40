import type { CommentAnchor, CommentThread, PlanRoom, TextPlace, ThreadId } from '@mreza/contracts-plans'
import { createContext, use } from 'react'
import type { LiveRoom } from '../live/live-room.ts'
import { Editors } from './editors.ts'

/** Typing changes the text, or only proposes a change, or does nothing. A room where one may not write is read in any mode. */
export type EditingMode = 'write' | 'suggest' | 'read'

/** Whom or what a text can name after `@`: the words that are put in, and a second line for the list. */
export interface Mentionable {
  readonly kind: 'institution' | 'person' | 'article'
  readonly id: string
  /** What stands in the text: *CSR Niš*, *Milica Đorđević*, *član 7*. */
  readonly label: string
  readonly second?: string | undefined
}

/** What the `/` menu can put into the plan beside blocks of the text itself. */
export type Insertable = 'goal' | 'activity' | 'indicator' | 'risk' | 'understanding'

/** Where somebody is in the plan: a text of a room. */
export interface TextSpot {
  readonly room: LiveRoom
  readonly place: TextPlace
}

/** What the page gives to all of its texts. Keep its parts identical (`useMemo`, `useCallback`) while they say the same. */
export interface EditingPage {
  readonly mode: EditingMode
  /** Colours the letters by the institution that wrote them. */
  readonly showWriters: boolean
  /** The conversations whose passages are marked: the open ones. */
  readonly threads: readonly CommentThread[]
  readonly mentionable: readonly Mentionable[]
  /** What can be inserted at a spot; the `/` menu offers no more. */
  readonly insertables: (spot: TextSpot) => readonly Insertable[]
  /** Puts in what was chosen and moves the focus into it. */
  readonly onInsert: (kind: Insertable, spot: TextSpot) => void
  /** Begins a conversation about the passage; absent where one may not comment. */
  readonly onComment?: ((room: PlanRoom, anchor: CommentAnchor) => void) | undefined
  /** A marked passage was pressed. */
  readonly onThread?: ((id: ThreadId) => void) | undefined
}

/** What the page gives, and the {@link Editors} through which the page asks the texts back. */
export interface Editing extends EditingPage {
  readonly editors: Editors
}

const nothing: Editing = {
  mode: 'write',
  showWriters: false,
  threads: [],
  mentionable: [],
  insertables: () => [],
  onInsert: () => undefined,
  editors: new Editors(),
}

/** Stands in {@link EditingProvider}; without one, texts are written plainly. */
export const EditingContext = createContext<Editing>(nothing)

/** What the page gives to its texts, and the way to ask them back. */
export const useEditing = (): Editing => use(EditingContext)
