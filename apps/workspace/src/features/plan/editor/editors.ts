import type { CommentThread, TextPlace } from '@mreza/contracts-plans'
import type * as Y from 'yjs'
import type { LiveRoom } from '../live/live-room.ts'
import type { Suggestion } from './suggestion.ts'
import { passageOfProposal } from './suggestions/list-proposals.ts'
import { type Passage, passageOf } from './text/anchor.ts'

/** A text that stands on the page now; made by `LiveText`. */
export interface TextOnPage {
  readonly room: LiveRoom
  readonly place: TextPlace
  readonly label: string
  /** The text as it is shared. */
  readonly fragment: Y.XmlFragment
  readonly isInSight: () => boolean
  readonly open: () => unknown
  /** Moves the focus into it, and the caret to a passage if one is named. */
  readonly focus: (passage?: Passage) => void
}

/** The same place gives the same word. */
export const placeKey = (place: TextPlace): string => JSON.stringify(Object.entries(place).sort(([a], [b]) => (a < b ? -1 : 1)))

/** The texts of a page as the page sees them: which one has the focus, and ways into each. One for the whole page. */
export class Editors {
  readonly #texts = new Map<LiveRoom, Map<string, TextOnPage>>()
  readonly #listeners = new Set<() => void>()
  readonly #moves = new Set<() => void>()
  #focused: TextOnPage | null = null

  /** The text that has the focus, or had it last. */
  readonly focused = (): TextOnPage | null => this.#focused

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  /** Called by a text when it comes; returns what it calls when it goes. */
  add(text: TextOnPage): () => void {
    const inRoom = this.#texts.get(text.room) ?? new Map<string, TextOnPage>()
    this.#texts.set(text.room, inRoom.set(placeKey(text.place), text))
    return () => {
      if (inRoom.get(placeKey(text.place)) === text) inRoom.delete(placeKey(text.place))
      if (this.#focused === text) this.#focus(null)
    }
  }

  /** Called by a text when the focus comes into it. */
  hasFocus(text: TextOnPage): void {
    this.#focus(text)
  }

  /** The caret in a text moved, its words changed, or the focus left it. */
  moved(text: TextOnPage): void {
    if (this.#focused === text) for (const tell of this.#moves) tell()
  }

  /** Tells of every key and every step of the caret; for what floats over the text, not for the page. */
  readonly onMove = (told: () => void): (() => void) => {
    this.#moves.add(told)
    return () => this.#moves.delete(told)
  }

  /** Moves the focus into a text. False when it does not stand on the page: in a card that is folded, or not drawn yet. */
  showText(room: LiveRoom, place: TextPlace): boolean {
    const text = this.#at(room, place)
    text?.focus()
    return text !== undefined
  }

  /** Moves the focus to the passage that a conversation is about. */
  showThread(room: LiveRoom, { anchor }: CommentThread): boolean {
    const text = this.#at(room, anchor.place)
    text?.focus(passageOf(text.fragment, anchor))
    return text !== undefined
  }

  /** Moves the focus to a proposal. */
  showSuggestion(room: LiveRoom, suggestion: Suggestion): boolean {
    const text = this.#at(room, suggestion.place)
    text?.focus(passageOfProposal(text.fragment, suggestion.key))
    return text !== undefined
  }

  /** The texts that stand on the page now. */
  all(): readonly TextOnPage[] {
    return [...this.#texts.values()].flatMap((inRoom) => [...inRoom.values()])
  }

  #at(room: LiveRoom, place: TextPlace) {
    return this.#texts.get(room)?.get(placeKey(place))
  }

  #focus(text: TextOnPage | null): void {
    if (this.#focused === text) return
    this.#focused = text
    for (const listener of this.#listeners) listener()
  }
}
