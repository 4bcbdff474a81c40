import type { TextPlace } from '@mreza/contracts-plans'
import { textAt } from '@mreza/plan-document'
import { classes } from '@mreza/ui'
import { memo, useLayoutEffect, useMemo, useRef } from 'react'
import type * as Y from 'yjs'
import type { LiveRoom } from '../live/live-room.ts'
import { useEditing } from './editing-context.ts'
import { helpId } from './editing-texts.ts'
import styles from './editor.module.css'
import { placeKey } from './editors.ts'
import { TextDesk } from './text-desk.ts'
import { useSettings } from './use-settings.ts'

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

const Fragment = ({ room, place, label, hint, look, fragment }: LiveTextProps & { fragment: Y.XmlFragment }) => {
  const { editors } = useEditing()
  const settings = useSettings(room, place)
  const element = useRef<HTMLDivElement>(null)
  const oneLine = look === 'sentence' || look === 'line'
  const key = placeKey(place)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place that says the same is the same, and the settings follow below
  const desk = useMemo(
    () => new TextDesk({ room, place, fragment, oneLine, label }, editors, settings),
    [room, key, fragment, oneLine, label, editors],
  )
  useLayoutEffect(() => (element.current === null ? undefined : desk.attach(element.current)), [desk])
  useLayoutEffect(() => desk.settle(settings), [desk, settings])
  return (
    <div className={classes(styles.editor, styles[look])} data-hint={hint}>
      {/* biome-ignore lint/a11y/useSemanticElements: a text with paragraphs, lists and tables is no input */}
      <div
        ref={element}
        className={styles.text}
        role="textbox"
        tabIndex={0}
        aria-label={label}
        aria-describedby={settings.canWrite ? helpId : undefined}
        aria-multiline={!oneLine}
        aria-readonly={!settings.canWrite}
        spellCheck={false}
      />
    </div>
  )
}

const Text = (props: LiveTextProps) => {
  const fragment = textAt(props.room.doc, props.place)
  return fragment === undefined ? null : <Fragment {...props} fragment={fragment} />
}

/**
 * A text of the plan that several people write at once. It is drawn as plain text and becomes an editor when somebody comes into
 * it, so a page may hold hundreds. A new object as `place` that says the same changes nothing.
 */
export const LiveText = memo(
  Text,
  (a, b) => a.room === b.room && a.label === b.label && a.hint === b.hint && a.look === b.look && placeKey(a.place) === placeKey(b.place),
)
