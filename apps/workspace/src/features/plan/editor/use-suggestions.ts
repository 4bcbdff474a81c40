import type { LiveRoom } from '../live/live-room.ts'
import type { Suggestion } from './suggestion.ts'

const none: readonly Suggestion[] = []

/** The proposals in a room that nobody has decided, in the order of the texts; the same array until one changes. */
export const useSuggestions = (_room: LiveRoom): readonly Suggestion[] => none

/** Accepts or refuses a proposal; one step for undo. False when somebody was faster. */
export const decideSuggestion = (_room: LiveRoom, _suggestion: Suggestion, _decision: 'accept' | 'refuse'): boolean => false
