import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './note.module.css'

/** What a note beside the text is given. */
export interface NoteProps {
  /** What it is about, for screen readers. */
  readonly label: string
  readonly children: ReactNode
  /** The one that is looked at now. */
  readonly current?: boolean | undefined
}

/** A note beside the text: a suggestion or a conversation, with a rule above it. */
export const Note = ({ label, children, current = false }: NoteProps) => (
  <article className={classes(styles.note, current && styles.current)} aria-label={label} aria-current={current || undefined}>
    {children}
  </article>
)
