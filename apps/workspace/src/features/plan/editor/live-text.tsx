import type { TextPlace } from '@mreza/contracts-plans'
import { textAt } from '@mreza/plan-document'
import { memo } from 'react'
import { FragmentEditor } from '../document/fragment-editor.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import { placeKey } from './editors.ts'

/** What a text of the plan is given. */
export interface LiveTextProps {
  readonly room: LiveRoom
  readonly place: TextPlace
  /** What it is, for screen readers. */
  readonly label: string
  /** Shown while nothing is written. */
  readonly hint: string
  /** `prose` takes headings, lists and tables; `own` are the person's words; `sentence` and `line` have no second line. */
  readonly look: 'prose' | 'own' | 'sentence' | 'line'
}

const Text = ({ room, place, label, hint, look }: LiveTextProps) => {
  const fragment = textAt(room.doc, place)
  return fragment === undefined ? null : <FragmentEditor room={room} fragment={fragment} label={label} hint={hint} look={look} />
}

/**
 * A text of the plan that several people write at once. It is drawn as plain text and becomes an editor when somebody comes into
 * it, so a page may hold hundreds. A new object as `place` that says the same changes nothing.
 */
export const LiveText = memo(
  Text,
  (a, b) => a.room === b.room && a.label === b.label && a.hint === b.hint && a.look === b.look && placeKey(a.place) === placeKey(b.place),
)
