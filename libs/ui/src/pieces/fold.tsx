import { type ReactNode, useId, useState } from 'react'
import { classes } from '../classes.ts'
import { Icon } from '../icons/icon.tsx'
import styles from './fold.module.css'

/** What a fold is given: uncontrolled, or with `isOpen` and `onOpenChange`. */
export interface FoldProps {
  /** The words that open it. */
  readonly title: ReactNode
  readonly isOpen?: boolean | undefined
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined
  /** The words that open it say what is in it, so that they stand in print, too. */
  readonly saysAll?: boolean | undefined
  /** What stands in it; made when it is first opened. */
  readonly children: ReactNode
}

/** Details that are folded away until they are asked for. */
export const Fold = ({ title, isOpen, onOpenChange, saysAll = false, children }: FoldProps) => {
  const [own, setOwn] = useState(false)
  const body = useId()
  const open = isOpen ?? own
  const turn = () => {
    setOwn(!open)
    onOpenChange?.(!open)
  }
  return (
    <div className={styles.fold}>
      <button
        type="button"
        className={classes(styles.title, saysAll && styles.saysAll)}
        aria-expanded={open}
        aria-controls={body}
        onClick={turn}
      >
        <Icon name={open ? 'down' : 'next'} />
        <span>{title}</span>
      </button>
      <div id={body} hidden={!open}>
        {open && children}
      </div>
    </div>
  )
}
