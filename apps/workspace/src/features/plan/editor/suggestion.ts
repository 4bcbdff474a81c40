import type { TextPlace } from '@mreza/contracts-plans'

/** What a proposal does: new words, words to go, one for the other, a paragraph parted in two, two made one. */
export type SuggestionKind = 'insertion' | 'deletion' | 'replacement' | 'split' | 'join'

/** A proposed change in a text that nobody has decided. */
export interface Suggestion {
  /** Unique in its room; the same while the proposal stands. */
  readonly key: string
  readonly place: TextPlace
  readonly kind: SuggestionKind
  readonly added: string
  readonly removed: string
  /** The number under which it was written (PL17); whose it is says {@link useWriters}. */
  readonly clientId: number
}
